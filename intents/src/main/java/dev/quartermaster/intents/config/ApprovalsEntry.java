package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.Approvals.Quiet;
import dev.quartermaster.intents.yaml.Fields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** Reads {@code approvals} of {@code organisation.yaml}: reminders, escalation, quiet hours, digests; all optional. */
record ApprovalsEntry(Fields fields) {
    private static final Shape.Entries QUIET =
            Shape.map().with("from", NameFormats.TIME).with("to", NameFormats.TIME);
    static final Shape.Entries SHAPE = Shape.map()
            .with("channel", NameFormats.CHANNEL)
            .with("lapse", NameFormats.SPAN)
            .perhaps("remind", NameFormats.SPAN)
            .perhaps("escalate", NameFormats.SPAN)
            .perhaps("quiet", QUIET)
            .perhaps("digest", NameFormats.TIME);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    Optional<Approvals> read() {
        Duration remind = length("remind", Approvals.STANDARD.remind());
        Duration escalate = length("escalate", Approvals.STANDARD.escalate());
        LocalTime digest = fields.optional("digest")
                .flatMap(node -> node.as(ApprovalsEntry::time))
                .orElse(Approvals.STANDARD.digest());
        return Optional.of(new Approvals(remind, escalate, quiet(), digest));
    }

    private Quiet quiet() {
        return fields.optional("quiet")
                .map(QUIET::open)
                .flatMap(hours -> {
                    Optional<LocalTime> from = hours.required("from").as(ApprovalsEntry::time);
                    Optional<LocalTime> to = hours.required("to").as(ApprovalsEntry::time);
                    return from.flatMap(begin -> to.map(end -> new Quiet(begin, end)));
                })
                .orElse(Approvals.STANDARD.quiet());
    }

    private Duration length(String key, Duration standard) {
        return fields.optional(key)
                .flatMap(node -> node.as(ApprovalsEntry::length))
                .orElse(standard);
    }

    private static Duration length(String written) {
        return Value.Span.within(written, SHORTEST, LONGEST, "4h").length();
    }

    private static LocalTime time(String written) {
        try {
            return LocalTime.parse(written);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "\"" + written + "\" is not a time of day such as \"09:00\", with its quotes", unknown);
        }
    }
}
