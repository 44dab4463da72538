package dev.quartermaster.intents.config;

import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.PersonLimits;
import dev.quartermaster.intents.people.PersonLimits.Rate;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.Optional;

/** Reads {@code limits} of {@code organisation.yaml}: how much one person may send; all of it may be left out. */
record LimitsEntry(Fields fields) {
    private static final int MOST = 1_000_000;
    private static final Shape NUMBER = Shape.form("[1-9][0-9]{0,6}");
    private static final Shape.Entries RATE = Shape.map().with("burst", NUMBER).with("hourly", NUMBER);
    static final Shape.Entries SHAPE = Shape.map()
            .perhaps("messages", RATE)
            .perhaps("requests", RATE)
            .perhaps("clicks", RATE)
            .perhaps("calls", RATE)
            .perhaps("cards", NUMBER);

    static PersonLimits read(Optional<Node> node) {
        return node.map(limits -> new LimitsEntry(SHAPE.open(limits)))
                .map(LimitsEntry::read)
                .orElse(PersonLimits.STANDARD);
    }

    private PersonLimits read() {
        PersonLimits standard = PersonLimits.STANDARD;
        return new PersonLimits(
                rate("messages", standard.messages()),
                rate("requests", standard.requests()),
                rate("clicks", standard.clicks()),
                rate("calls", standard.calls()),
                fields.optional("cards").flatMap(LimitsEntry::number).orElse(standard.cards()));
    }

    private Rate rate(String key, Rate standard) {
        return fields.optional(key)
                .map(RATE::open)
                .flatMap(rate -> {
                    Optional<Integer> burst = number(rate.required("burst"));
                    Optional<Integer> hourly = number(rate.required("hourly"));
                    return burst.flatMap(most -> hourly.map(back -> new Rate(most, back)));
                })
                .orElse(standard);
    }

    private static Optional<Integer> number(Node node) {
        return node.as(LimitsEntry::number);
    }

    private static int number(String written) {
        if (!written.matches("[1-9][0-9]{0,6}") || Integer.parseInt(written) > MOST) {
            throw new IllegalArgumentException("\"" + written + "\" is not a number from 1 to " + MOST + " such as 40");
        }
        return Integer.parseInt(written);
    }
}
