package dev.quartermaster.bot.conversation;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.announce.ThreadTopics;
import dev.quartermaster.bot.conversation.command.CommandHandlers;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.ReadingLine;
import dev.quartermaster.bot.conversation.dialogue.ReadingMemory;
import dev.quartermaster.bot.conversation.enquiry.EnquiryConversation;
import dev.quartermaster.bot.conversation.home.HomePage;
import dev.quartermaster.bot.conversation.verb.CardQuestions;
import dev.quartermaster.bot.conversation.verb.DecisionsInWords;
import dev.quartermaster.bot.conversation.verb.IntentHandler;
import dev.quartermaster.bot.conversation.verb.ReplacementQuestion;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Commanded;
import dev.quartermaster.bot.slack.SlackInteraction.HomeOpened;
import dev.quartermaster.bot.slack.SlackInteraction.Said;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where everything people do in Slack enters: a sentence is read and performed, asked about or answered; a command goes
 * to its {@code CommandHandler} or is read as the verb it names; buttons and forms go to the component that registered
 * them.
 */
@Component
class ConversationHandler implements Conversation {
    private final SentenceReading readings;
    private final ReadingMemory memory;
    private final CardPlacements threads;
    private final IntentHandler performer;
    private final RequestService desk;
    private final ClickReplies replies;
    private final HomePage home;
    private final QuestionCards questions;
    private final ReplacementQuestion replacing;
    private final DecisionsInWords decisions;
    private final CatalogueAnswers helping;
    private final TopicAnswers topics;
    private final AskedCommands forms;
    private final CommandHandlers commands;
    private final ThreadTopics about;
    private final CardQuestions cards;
    private final EnquiryConversation enquiries;
    private final Outbox outbox;

    ConversationHandler(
            SentenceReading readings,
            ReadingMemory memory,
            CardPlacements threads,
            IntentHandler performer,
            RequestService desk,
            ClickReplies replies,
            HomePage home,
            QuestionCards questions,
            ReplacementQuestion replacing,
            DecisionsInWords decisions,
            CatalogueAnswers helping,
            TopicAnswers topics,
            AskedCommands forms,
            CommandHandlers commands,
            ThreadTopics about,
            CardQuestions cards,
            EnquiryConversation enquiries,
            Outbox outbox) {
        this.readings = readings;
        this.memory = memory;
        this.threads = threads;
        this.performer = performer;
        this.desk = desk;
        this.replies = replies;
        this.home = home;
        this.questions = questions;
        this.replacing = replacing;
        this.decisions = decisions;
        this.helping = helping;
        this.topics = topics;
        this.forms = forms;
        this.commands = commands;
        this.about = about;
        this.cards = cards;
        this.enquiries = enquiries;
        this.outbox = outbox;
    }

    @Override
    public void said(Said said) {
        IncomingMessage asking = new IncomingMessage(
                        said.key(), said.by(), said.at(), said.in(), said.direct(), said.text())
                .about(about.of(said.in()).orElse(null));
        Context context = context(asking);
        if (cards.answered(asking)
                || context instanceof Context.Waiting(String id)
                        && id != null
                        && enquiries.asked(asking, new RequestId(id))) {
            return;
        }
        if ((context instanceof Context.Waiting || !answered(asking)) && !enquired(asking, context)) {
            answer(asking, context);
        }
    }

    /** Whether it answers what an approver asked back; what answers a question of ours is none. */
    private boolean enquired(IncomingMessage asking, Context context) {
        return enquiries.answered(asking, () -> readings.of(asking, context));
    }

    /** Whether it answers our last question: naming an option is pressing its button. */
    private boolean answered(IncomingMessage asking) {
        if (questions.ambiguous(asking)) {
            return true;
        }
        List<Option> offered = memory.offered(asking);
        OptionalInt picked =
                Choices.pick(asking.words(), offered.stream().map(Option::label).toList());
        if (picked.isPresent()) {
            String command = offered.get(picked.getAsInt()).command();
            questions.answered(asking, command);
            command(asking.saying(command));
            return true;
        }
        if (!offered.isEmpty() && Choices.refused(asking.words())) {
            questions.left(asking);
            outbox.say(asking.reply(), Message.said("Left as it is."));
            return true;
        }
        return false;
    }

    @Override
    public void commanded(Commanded commanded) {
        IncomingMessage asking =
                new IncomingMessage(commanded.key(), commanded.by(), commanded.at(), null, true, commanded.text());
        command(asking.words().isBlank() ? help(asking) : asking);
    }

    @Override
    public void clicked(Clicked clicked, ButtonHandler button) {
        button.clicked(clicked);
    }

    @Override
    public void outdated(Clicked clicked) {
        replies.outdated(clicked);
    }

    @Override
    public void submitted(Submitted submitted, Form form) {
        form.submitted(submitted);
    }

    @Override
    public void homeOpened(HomeOpened opened) {
        home.opened(opened.by());
    }

    /** Works a typed command: what was said before does not change what it means. */
    void command(IncomingMessage asking) {
        if (!commands.perform(asking)) {
            answer(asking, new Context.None());
        }
    }

    private void answer(IncomingMessage asking, Context context) {
        Reading reading = readings.of(asking, context);
        Optional<Request> changing = changing(asking, reading);
        if (!aside(reading)) {
            memory.keep(asking, reading, changing.map(Request::id).orElse(null));
        }
        respond(asking, reading, context, changing.orElse(null));
    }

    /** The request of before that what was read now is a change of, while it still waits. */
    private Optional<Request> changing(IncomingMessage asking, Reading reading) {
        boolean changes = switch (reading) {
            case Reading.Understood understood -> understood.from().stream().anyMatch(Reading.From::changes);
            case Reading.Ask ask -> ask.changes();
            case Reading.Answer answer -> false;
            case Reading.NotOurs notOurs -> false;
        };
        if (!changes) {
            return Optional.empty();
        }
        questions.superseded(asking);
        return memory.request(asking)
                .flatMap(desk::find)
                .filter(request ->
                        request.state() == State.WAITING && request.by().equals(asking.person()));
    }

    private void respond(IncomingMessage asking, Reading reading, Context context, @Nullable Request changing) {
        switch (reading) {
            case Reading.Understood understood -> perform(asking, understood, changing);
            case Reading.Ask ask -> {
                // Shown first: a word answers what was asked last.
                for (int number = 0; number < ask.besides().size(); number++) {
                    respond(asking.beside(number), ask.besides().get(number), context, changing);
                }
                String question = remarked(ask.question(), ask);
                if (changing == null || !ask.changes()) {
                    questions.ask(asking, question, forms.options(asking, ask), forms.form(asking, ask));
                } else {
                    replacing.choose(asking, changing, question, ask.options());
                }
            }
            case Reading.Answer answer
            when answer.topic() != null -> topics.answer(asking, answer.topic(), answer.text());
            case Reading.Answer answer when decision(answer) -> decisions.again(asking, context);
            case Reading.Answer answer ->
                outbox.say(asking.reply(), Message.said(remarked(helping.answer(asking, answer), answer)));
            case Reading.NotOurs notOurs -> outbox.say(asking.reply(), Message.said(remarked(notOurs.why(), notOurs)));
        }
    }

    private void perform(IncomingMessage asking, Reading.Understood understood, @Nullable Request changing) {
        if (!understood.evidence().remark().isEmpty()) {
            outbox.say(asking.reply(), Message.said(understood.evidence().remark()));
        }
        for (int number = 0; number < understood.intents().size(); number++) {
            Reading.From from = understood.from().get(number);
            Mrkdwn line = from.candidate() == null
                    ? Mrkdwn.ours("")
                    : ReadingLine.line(from.candidate(), understood.evidence());
            performer.perform(
                    asking.part(number),
                    understood.intents().get(number),
                    new IntentHandler.Read(line, understood.evidence(), from, from.changes() ? changing : null));
        }
        if (!understood.said().isEmpty()) {
            outbox.say(asking.reply(), Message.said(String.join("\n\n", understood.said())));
        }
    }

    /** A question in between: what was said before is still what the next words may be about. */
    private static boolean aside(Reading reading) {
        return reading instanceof Reading.Answer answer
                && (answer.topic() instanceof Reading.Topic.Deciders
                        || answer.topic() instanceof Reading.Topic.Capacity);
    }

    /** Words that sound like a decision and are none that counts. */
    private static boolean decision(Reading.Answer answer) {
        return answer.evidence().candidates().stream()
                .anyMatch(candidate -> candidate.verb() == Verb.APPROVE || candidate.verb() == Verb.DENY);
    }

    /** In the thread of a waiting request a word may be a decision; elsewhere it may follow up on what was said before. */
    private Context context(IncomingMessage asking) {
        return Optional.ofNullable(asking.place())
                .flatMap(place ->
                        Optional.ofNullable(place.thread()).flatMap(thread -> outbox.at(place.channel(), thread)))
                .flatMap(threads::requestOf)
                .flatMap(desk::find)
                .filter(request -> request.state() == State.WAITING)
                .map(request -> (Context) new Context.Waiting(request.id().value()))
                .orElseGet(() -> memory.last(asking));
    }

    private static String remarked(String words, Reading reading) {
        String remark = reading.evidence().remark();
        return remark.isEmpty() ? words : words + "\n" + remark;
    }

    private static IncomingMessage help(IncomingMessage asking) {
        return new IncomingMessage(asking.key(), asking.by(), asking.at(), asking.place(), asking.direct(), "help");
    }
}
