package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.emergency.BreakGlass;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.ReaderChain;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.slash.CommandOption;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * {@code /qm break-glass launch … --reason "…"}: starts a launch or grant without approval, for a short time; everybody
 * whose approval it needed is told at once and reviews it later. A typed command only, so that no sentence can be read
 * as one.
 */
@Component
class BreakGlassCommand implements CommandHandler {
    private static final String USAGE =
            "Say what you need as a command and why, as in `/qm break-glass launch ray-cluster --gpus 2 --reason"
                    + " \"production is down\"`.";

    private final ReaderChain readings;
    private final BreakGlass glass;
    private final CardPlacements threads;
    private final Outbox outbox;

    BreakGlassCommand(ReaderChain readings, BreakGlass glass, CardPlacements threads, Outbox outbox) {
        this.readings = readings;
        this.glass = glass;
        this.threads = threads;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("break-glass", "break glass", "breakglass");
    }

    @Override
    public String usage() {
        return "launch|grant … --reason \"…\"";
    }

    @Override
    public String about() {
        return "has it at once in an emergency, for a short time, in sight of everybody whose yes it needed";
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        CommandOption reason = CommandOption.take(rest, "reason");
        switch (read(asking, reason.rest())) {
            case Reading.Understood understood
            when understood.intents().size() == 1 ->
                use(asking, understood.intents().getFirst(), reason.value());
            case Reading.Understood understood -> say(asking, USAGE);
            case Reading.Ask ask -> say(asking, ask.told() + "\n" + USAGE);
            case Reading.Answer answer -> say(asking, USAGE);
            case Reading.NotOurs notOurs -> say(asking, USAGE);
        }
    }

    /** Two dashes ahead: the grammar's, or a fault. */
    private Reading read(IncomingMessage asking, String command) {
        Utterance utterance = new Utterance(
                asking.key(),
                asking.person(),
                new Place("dm", null),
                "-- " + command,
                asking.at(),
                asking.by().zone());
        return readings.read(utterance, new Context.None());
    }

    private void use(IncomingMessage asking, Intent intent, String reason) {
        if (!(intent instanceof Intent.Acquisition)) {
            say(asking, USAGE);
            return;
        }
        switch (glass.use(asking.by().deciding(), intent, asking.key(), asking.words(), reason)) {
            case RequestService.Answer.Done(Request request) ->
                threads.open(
                        request.id(),
                        new CardPlacements.Talk(
                                asking.person(),
                                asking.place(),
                                Mrkdwn.ours("Break-glass: everybody whose yes it needed is told, and one of them"
                                                + " reviews it.")
                                        .value(),
                                ""));
            case RequestService.Answer.Declined(String words) -> say(asking, words);
            case RequestService.Answer.Stale(Request request, String words) -> say(asking, words);
        }
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
