package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.card.request.WhatIfCard;
import dev.quartermaster.bot.conversation.dialogue.ChargedMoney;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.ReaderChain;
import dev.quartermaster.bot.conversation.dialogue.ReadingLine;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm what if …}: shows how a sentence or command would be judged, without filing it. */
@Component
class WhatIfCommand implements CommandHandler {
    private final ReaderChain readings;
    private final RequestService desk;
    private final RightsNow rights;
    private final StoredCommands stored;
    private final Outbox outbox;

    WhatIfCommand(ReaderChain readings, RequestService desk, RightsNow rights, StoredCommands stored, Outbox outbox) {
        this.stored = stored;
        this.readings = readings;
        this.desk = desk;
        this.rights = rights;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("what if", "whatif");
    }

    @Override
    public String usage() {
        return "<a sentence or a command>";
    }

    @Override
    public String about() {
        return "What would be said to it, without asking for it";
    }

    @Override
    public boolean takes(String rest) {
        return !rest.isBlank();
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        Place place = asking.place() == null ? new Place("dm", null) : asking.place();
        Reading reading = readings.read(
                new Utterance(
                        asking.key(),
                        asking.person(),
                        place,
                        rest,
                        asking.at(),
                        asking.by().zone()),
                new Context.None());
        switch (reading) {
            case Reading.Understood understood -> tried(asking, understood);
            // Its answers are what it would be if it were asked for, so they are only named.
            case Reading.Ask ask -> say(asking, ask.told() + " Say it again with that.");
            case Reading.Answer answer -> say(asking, answer.text());
            case Reading.NotOurs notOurs -> say(asking, notOurs.why());
        }
    }

    private void tried(IncomingMessage asking, Reading.Understood understood) {
        for (int number = 0; number < understood.intents().size(); number++) {
            Intent intent = understood.intents().get(number);
            if (intent instanceof Intent.Acquisition
                    || intent instanceof Intent.Extend
                    || intent instanceof Intent.Resize) {
                show(asking, desk.preview(asking.person(), intent), understood, number);
            } else {
                say(
                        asking,
                        "Only what would be judged can be tried: launching, access to data, keeping it longer, another size.");
            }
        }
    }

    private void show(IncomingMessage asking, Judgement judgement, Reading.Understood understood, int number) {
        Candidate candidate = understood.from().get(number).candidate();
        Mrkdwn line = candidate == null ? Mrkdwn.ours("") : ReadingLine.line(candidate, understood.evidence());
        String command = CommandText.of(understood.intents().get(number));
        outbox.say(
                asking.privately(),
                WhatIfCard.of(
                        new WhatIfCard.Tried(
                                judgement,
                                command,
                                line,
                                ChargedMoney.seenBy(
                                        asking.person(),
                                        judgement,
                                        rights.shown().people())),
                        rights.shown(),
                        asking.person(),
                        stored::value));
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.privately(), Message.said(words));
    }
}
