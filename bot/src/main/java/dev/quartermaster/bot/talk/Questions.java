package dev.quartermaster.bot.talk;

import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.card.AskCard;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Questions with buttons; where only the asker reads, the buttons are gone once one was pressed. */
@Component
class Questions {
    private static final String MARK = "ask:";

    private final Memory memory;
    private final Outbox outbox;

    Questions(Memory memory, Outbox outbox) {
        this.memory = memory;
        this.outbox = outbox;
    }

    void ask(Asking asking, String question, List<Option> options) {
        put(asking, AskCard.of(question, options), options);
    }

    /** Shows what was understood and waits for a yes. @param options the yes first, then other readings */
    void confirm(Asking asking, String question, Mrkdwn understood, List<String> notes, List<Option> options) {
        put(asking, AskCard.confirm(question, understood, notes, options), options);
    }

    private void put(Asking asking, Message card, List<Option> options) {
        memory.offer(asking, options);
        String key = MARK + asking.key().value();
        if (asking.direct() && key.length() <= 200) {
            outbox.post(new Key(key), asking.reply(), card);
        } else {
            outbox.say(asking.reply(), card);
        }
    }

    /** A second press would do it a second time: launch twice, ask twice. */
    void answered(Clicked clicked) {
        Optional.ofNullable(clicked.on())
                .flatMap(card -> outbox.at(card.channel(), card.ts()))
                .filter(key -> key.value().startsWith(MARK))
                .ifPresent(key -> outbox.edit(
                        key,
                        clicked.action().equals(Actions.DISMISS)
                                ? AskCard.dismissed()
                                : AskCard.answered(clicked.value())));
    }
}
