package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Answers a bare "why not?" after a no, about that no. */
@Component
public class CardQuestions {
    private static final int LONGEST = 120;
    /** A no of longer ago is not what a bare question is about. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final Pattern WHY_NOT = Pattern.compile(
            "\\W*(?:(?:and|but|so|ok|okay|hm+|oh|no)\\W+){0,3}(?:why|why not|how come|why (?:was|is|did|has) (?:it|that|this|my request|he|she|they|[\\p{L}]+)(?: been)?"
                    + " (?:denied|refused|rejected|declined|turned down|not approved|(?:say|said) no|(?:deny|refuse|reject|decline|turn)(?: (?:it|that|this|me|my request))?(?: down)?))"
                    + "(?: (?:though|then|please|exactly))?\\W*");

    private final WhyAnswer explaining;

    CardQuestions(WhyAnswer explaining) {
        this.explaining = explaining;
    }

    /** @return false: it asks nothing of the kind, or about nothing that they may see; nothing was said */
    public boolean answered(IncomingMessage asking) {
        String said = asking.words().strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        if (said.length() > LONGEST) {
            return false;
        }
        if (WHY_NOT.matcher(said).matches()) {
            Optional<RequestId> denied = explaining.denied(asking, LATELY);
            denied.ifPresent(id -> explaining.why(asking, new Intent.Why(new Target.Id(id.value()))));
            return denied.isPresent();
        }
        return false;
    }
}
