package dev.quartermaster.bot.evaluation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.evaluation.Script.Turn;
import dev.quartermaster.bot.evaluation.WrittenMessage.Button;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.slack.SlackInteraction.Said;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what people say, where they say it. */
final class TurnInput {
    private final RunningProgram program;
    private final InstantDelivery delivery;
    private final ButtonPresses buttons;
    /** Who began a thread in a channel. */
    private final Map<String, String> begun = new HashMap<>();

    TurnInput(RunningProgram program, InstantDelivery delivery, ButtonPresses buttons) {
        this.program = program;
        this.delivery = delivery;
        this.buttons = buttons;
    }

    /** @throws IllegalStateException where there is nothing to press or to answer to */
    void take(Turn turn) {
        if (!turn.press().isEmpty()) {
            Button button = newest(turn.by(), turn.press())
                    .orElseThrow(() -> new IllegalStateException("no button " + turn.press()));
            buttons.press(turn.by(), button, turn.text().isEmpty() ? "as said" : turn.text());
        } else if (turn.text().startsWith("/qm")) {
            program.types(turn.by(), turn.text().replaceFirst("^/qm\\s*", ""));
        } else {
            Place place = place(turn);
            String words = turn.text().replaceAll("(?i)(?:<@U0BOT>|@(?:quartermaster|qm|bot))\\b[,:]?\\s*", "");
            program.heard(conversation -> conversation.said(new Said(
                    RunningProgram.key(),
                    program.speaker(turn.by()),
                    program.time().now(),
                    place,
                    words,
                    begun.containsKey(place.thread()) && turn.where().equals("channel")
                            ? place.thread()
                            : delivery.nextTs(),
                    place.channel().startsWith("D"))));
        }
    }

    private Optional<Button> newest(String person, String label) {
        return delivery.standing().reversed().stream()
                .filter(message -> message.seenBy(person))
                .flatMap(message -> message.buttons().stream())
                .filter(button -> button.label().equalsIgnoreCase(label))
                .findFirst();
    }

    private Place place(Turn turn) {
        return switch (turn.where()) {
            case "channel" -> mention(turn.by());
            case "thread" -> below(newest(turn.by()));
            case "card" -> below(card(turn.by()));
            case "dm" -> new Place(delivery.direct(turn.by()), null);
            default -> throw new IllegalStateException("no place " + turn.where());
        };
    }

    private Place mention(String person) {
        String ts = delivery.nextTs();
        begun.put(ts, person);
        return new Place(delivery.channel(channel(person)), ts);
    }

    private String channel(String person) {
        return program.context()
                .getBean(Bundles.class)
                .current()
                .people()
                .teamOf(new PersonId(person))
                .orElseThrow()
                .channel();
    }

    private static Place below(Optional<WrittenMessage> message) {
        WrittenMessage on = message.orElseThrow(() -> new IllegalStateException("nothing to write below"));
        return new Place(on.channel(), on.root());
    }

    /** What it said to them last, in their own messages or in a thread that they began. */
    private Optional<WrittenMessage> newest(String person) {
        return delivery.standing().reversed().stream()
                .filter(message -> message.person().equals(person) || person.equals(begun.get(message.root())))
                .findFirst();
    }

    /** Of the newest request that waits, or did: the copy in their own messages before the one in the channel. */
    private Optional<WrittenMessage> card(String person) {
        List<String> cards = program.jdbc()
                .sql("""
                        select card from shown where request = (select id from request
                            where asker <> :over and id in (select request from shown)
                            order by state = 'waiting' desc, asked_at desc limit 1)""")
                .param("over", ProgramReset.OVER)
                .query(String.class)
                .list();
        return delivery.standing().reversed().stream()
                .filter(message -> message.seenBy(person) && cards.contains(String.valueOf(message.card())))
                .min(Comparator.comparing(message -> message.person().isEmpty()));
    }
}
