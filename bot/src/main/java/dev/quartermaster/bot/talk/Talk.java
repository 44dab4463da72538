package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.announce.Threads;
import dev.quartermaster.bot.card.AskCard;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.Heard.Commanded;
import dev.quartermaster.bot.slack.Heard.HomeOpened;
import dev.quartermaster.bot.slack.Heard.Said;
import dev.quartermaster.bot.slack.Heard.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sentences and commands: read, then performed or answered. Clicks go to {@link Clicks}. */
@Component
class Talk implements Conversation {
    private final Readings readings;
    private final Memory memory;
    private final Threads threads;
    private final Performer performer;
    private final Desk desk;
    private final Clicks clicks;
    private final HomePage home;
    private final Questions questions;
    private final Outbox outbox;

    Talk(
            Readings readings,
            Memory memory,
            Threads threads,
            Performer performer,
            Desk desk,
            Clicks clicks,
            HomePage home,
            Questions questions,
            Outbox outbox) {
        this.readings = readings;
        this.memory = memory;
        this.threads = threads;
        this.performer = performer;
        this.desk = desk;
        this.clicks = clicks;
        this.home = home;
        this.questions = questions;
        this.outbox = outbox;
    }

    @Override
    public void said(Said said) {
        Asking asking = new Asking(said.key(), said.by(), said.at(), said.in(), said.direct(), said.text());
        answer(asking, context(asking));
    }

    @Override
    public void commanded(Commanded commanded) {
        Asking asking = new Asking(commanded.key(), commanded.by(), commanded.at(), null, true, commanded.text());
        answer(asking.words().isBlank() ? help(asking) : asking, memory.last(asking));
    }

    @Override
    public void clicked(Clicked clicked) {
        clicks.clicked(clicked, (asking) -> answer(asking, new Context.None()));
    }

    @Override
    public void submitted(Submitted submitted) {
        // No form of ours changes state yet: the credentials form only closes.
    }

    @Override
    public void homeOpened(HomeOpened opened) {
        home.publish(opened.by());
    }

    private void answer(Asking asking, Context context) {
        Place place = asking.place() == null ? new Place("dm", null) : asking.place();
        Reading reading = readings.read(
                new Utterance(
                        asking.key(),
                        asking.person(),
                        place,
                        asking.words(),
                        asking.at(),
                        asking.by().zone()),
                context);
        memory.keep(asking, reading);
        switch (reading) {
            case Reading.Understood(List<Intent> intents, Evidence evidence) -> {
                if (!evidence.remark().isEmpty()) {
                    outbox.say(asking.reply(), text(evidence.remark()));
                }
                for (int number = 0; number < intents.size(); number++) {
                    performer.perform(asking.part(number), intents.get(number), line(evidence, number), evidence.by());
                }
            }
            case Reading.Ask ask -> questions.ask(asking, AskCard.of(remarked(ask.question(), ask), ask.options()));
            case Reading.Answer answer -> outbox.say(asking.reply(), text(remarked(answer.text(), answer)));
            case Reading.NotOurs notOurs -> outbox.say(asking.reply(), text(remarked(notOurs.why(), notOurs)));
        }
    }

    /** In the thread of a waiting request a word may be a decision; elsewhere it may follow up on what was said before. */
    private Context context(Asking asking) {
        return Optional.ofNullable(asking.place())
                .flatMap(place ->
                        Optional.ofNullable(place.thread()).flatMap(thread -> outbox.at(place.channel(), thread)))
                .flatMap(threads::requestOf)
                .flatMap(desk::find)
                .filter(request -> request.state() == State.WAITING)
                .map(request -> (Context) new Context.Waiting(request.id().value()))
                .orElseGet(() -> memory.last(asking));
    }

    private static Mrkdwn line(Evidence evidence, int number) {
        List<Candidate> candidates = evidence.candidates();
        return number < candidates.size() ? Understood.line(candidates.get(number), evidence) : Mrkdwn.ours("");
    }

    private static String remarked(String words, Reading reading) {
        String remark = reading.evidence().remark();
        return remark.isEmpty() ? words : words + "\n" + remark;
    }

    private static Asking help(Asking asking) {
        return new Asking(asking.key(), asking.by(), asking.at(), asking.place(), asking.direct(), "help");
    }

    static Message text(String words) {
        StringBuilder lines = new StringBuilder();
        words.lines().limit(60).forEach(line -> lines.append(Mrkdwn.said(line)).append('\n'));
        return Message.text(lines.toString().isBlank() ? "…" : lines.toString().stripTrailing());
    }
}
