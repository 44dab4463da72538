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
import dev.quartermaster.bot.conversation.dialogue.PickedOption;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.ReadingMemory;
import dev.quartermaster.bot.conversation.dialogue.RequestLines;
import dev.quartermaster.bot.conversation.enquiry.EnquiryConversation;
import dev.quartermaster.bot.conversation.home.HomePage;
import dev.quartermaster.bot.conversation.verb.CardQuestions;
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
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import java.util.Optional;
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
    private final ReadingHandler handler;
    private final RequestService desk;
    private final ClickReplies replies;
    private final HomePage home;
    private final QuestionCards questions;
    private final RequestLines lines;
    private final CommandHandlers commands;
    private final ThreadTopics about;
    private final CardQuestions cards;
    private final SameForMe others;
    private final EnquiryConversation enquiries;
    private final Outbox outbox;

    ConversationHandler(
            SentenceReading readings,
            ReadingMemory memory,
            CardPlacements threads,
            ReadingHandler handler,
            RequestService desk,
            ClickReplies replies,
            HomePage home,
            QuestionCards questions,
            RequestLines lines,
            CommandHandlers commands,
            ThreadTopics about,
            CardQuestions cards,
            SameForMe others,
            EnquiryConversation enquiries,
            Outbox outbox) {
        this.readings = readings;
        this.memory = memory;
        this.threads = threads;
        this.handler = handler;
        this.desk = desk;
        this.replies = replies;
        this.home = home;
        this.questions = questions;
        this.lines = lines;
        this.commands = commands;
        this.about = about;
        this.cards = cards;
        this.others = others;
        this.enquiries = enquiries;
        this.outbox = outbox;
    }

    @Override
    public void said(Said said) {
        IncomingMessage asking =
                IncomingMessage.of(said).about(about.of(said.in()).orElse(null));
        Context context = context(asking);
        if (cards.answered(asking)
                || others.offered(asking)
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
        Optional<Option> picked = PickedOption.of(asking.words(), offered);
        if (picked.isPresent()) {
            String command = picked.get().command();
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
        Optional<RequestLines.Taken> taken = lines.take(asking);
        if (taken.isPresent()) {
            perform(asking, taken.get());
        } else if (!commands.perform(asking)) {
            answer(asking, new Context.None());
        }
    }

    /** Of several requests that were shown together, each as if it had been asked for alone. */
    private void perform(IncomingMessage asking, RequestLines.Taken taken) {
        switch (taken) {
            case RequestLines.Taken.Nothing(String why) -> outbox.say(asking.privately(), Message.said(why));
            case RequestLines.Taken.Commands(List<String> all) -> {
                for (int number = 0; number < all.size(); number++) {
                    IncomingMessage each = number == 0 ? asking : asking.beside(number);
                    command(each.saying(all.get(number)));
                }
            }
        }
    }

    private void answer(IncomingMessage asking, Context context) {
        Reading reading = readings.of(asking, context);
        Optional<Request> changing = changing(asking, reading);
        if (aside(reading) && memory.acted(asking)) {
            memory.aside(asking);
        } else {
            memory.keep(asking, reading, changing.map(Request::id).orElse(null));
        }
        handler.respond(asking, reading, context, changing.orElse(null));
    }

    /** The request of before that what was read now is a change of, while it still waits, or starts only later. */
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
                .filter(request -> request.by().equals(asking.person()) && request.withdrawable(asking.at()));
    }

    /** A question or a remark in between: what was said before is still what the next words may be about. */
    private static boolean aside(Reading reading) {
        return reading.last()
                .filter(last -> switch (last.verb()) {
                    case SMALLTALK, OUTOFSCOPE, STATUS, LIST, WHY -> true;
                    case HELP -> last.slots().isEmpty();
                    default -> false;
                })
                .isPresent();
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

    private static IncomingMessage help(IncomingMessage asking) {
        return new IncomingMessage(asking.key(), asking.by(), asking.at(), asking.place(), asking.direct(), "help");
    }
}
