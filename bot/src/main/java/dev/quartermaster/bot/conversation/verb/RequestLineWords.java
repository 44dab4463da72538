package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.request.service.Summary;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.card.request.RequestLinesCard;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.RequestLine;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a line says of one of several requests: what it is, what it costs and whose yes it needs. Files nothing. */
@Component
class RequestLineWords {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

    private final RequestService requests;
    private final Bundles bundles;
    private final RightsNow rights;
    private final DatabaseTime time;

    RequestLineWords(RequestService requests, Bundles bundles, RightsNow rights, DatabaseTime time) {
        this.requests = requests;
        this.bundles = bundles;
        this.rights = rights;
        this.time = time;
    }

    /** What would be refused is not asked for as it is: its form says what would do. */
    RequestLine complete(IncomingMessage asking, Intent intent, List<String> notes, List<Option> others, boolean last) {
        Judgement judgement = requests.preview(asking.person(), intent);
        Optional<Resizing> resizing = requests.resizing(asking.person(), intent);
        boolean refused = judgement.verdict() instanceof Verdict.Refused;
        String command = CommandText.of(intent);
        String title = title(judgement, intent, resizing.orElse(null));
        List<Option> options = new ArrayList<>();
        if (!refused) {
            options.add(new Option(Choices.ASK_FOR_IT, command));
            options.addAll(others);
        }
        List<String> besides = new ArrayList<>(own(notes));
        resizing.map(Resizing::effect).filter(effect -> !effect.isEmpty()).ifPresent(besides::add);
        return new RequestLine(
                RequestLinesCard.words(
                        title,
                        more(asking, intent),
                        cost(judgement, resizing),
                        judgement,
                        rights.shown(),
                        asking.person(),
                        besides),
                options,
                command,
                notes,
                !refused,
                last);
    }

    /** @param form null: it has none */
    RequestLine asking(
            String title,
            String question,
            List<Option> options,
            @Nullable String form,
            List<String> notes,
            boolean last) {
        return new RequestLine(RequestLinesCard.asking(title, question, own(notes)), options, form, notes, false, last);
    }

    private static List<String> own(List<String> notes) {
        return notes.stream().filter(note -> !SeveralRequests.isLeftOut(note)).toList();
    }

    private String title(Judgement judgement, Intent intent, @Nullable Resizing resizing) {
        String title =
                new Summary(bundles.current().catalogue()).of(judgement, intent instanceof Intent.Extend, resizing);
        return title.isEmpty() ? CommandText.of(intent) : title;
    }

    private String cost(Judgement judgement, Optional<Resizing> resizing) {
        if (judgement.price() == null) {
            return "";
        }
        return resizing.map(change -> Wording.difference(change, judgement.price(), time.now()))
                .orElseGet(() -> Wording.price(judgement.price()));
    }

    /** What was said of it and stands in no title: sizes, from when, what for. */
    private static String more(IncomingMessage asking, Intent intent) {
        List<String> more = new ArrayList<>();
        if (intent instanceof Intent.Launch launch) {
            launch.parameters().forEach((name, value) -> more.add(name.replace('_', ' ') + " " + value.text()));
        }
        if (intent instanceof Intent.Acquisition wanted) {
            Instant from = wanted.from();
            if (from != null) {
                more.add("from " + START.format(from.atZone(asking.by().zone())));
            }
            if (!wanted.purpose().isBlank()) {
                more.add("for “" + wanted.purpose() + "”");
            }
        }
        return String.join(", ", more);
    }
}
