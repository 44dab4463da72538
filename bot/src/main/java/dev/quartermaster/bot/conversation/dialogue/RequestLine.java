package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of several requests of a message.
 *
 * @param words what is shown of it
 * @param options the command that asks for it first, other readings or what may be chosen after it
 * @param form the command that fills in its form, as far as it goes; null: there is none
 * @param left what was said and is in none of them, one sentence each
 * @param complete whether the first option asks for it as it is
 * @param last whether what is said next may be a change of it
 */
public record RequestLine(
        Mrkdwn words, List<Option> options, @Nullable String form, List<String> left, boolean complete, boolean last) {
    /** @param why it is not done at once, in a sentence that its form says too; may be empty */
    public RequestLine because(String why) {
        List<String> all = Stream.concat(Stream.of(why), left.stream()).toList();
        return new RequestLine(words, options, form, all, complete, last);
    }
}
