package dev.quartermaster.bot.talk;

import dev.quartermaster.bot.card.AskCard;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Questions with buttons; where only the asker reads, the buttons are gone once one was pressed. */
@Component
class Questions {
    private static final String MARK = "ask:";

    private final Outbox outbox;

    Questions(Outbox outbox) {
        this.outbox = outbox;
    }

    void ask(Asking asking, Message card) {
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
                .ifPresent(key -> outbox.edit(key, AskCard.answered(clicked.value())));
    }
}
