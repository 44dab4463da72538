package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.preapproval.PreapprovalRequest;
import dev.quartermaster.actions.preapproval.Preapprovals;
import dev.quartermaster.bot.card.request.PreapprovalCard;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.people.People;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm preapprovals}: lists what is preapproved or waits for it, each with its stop button. */
@Component
class PreapprovalsCommand implements CommandHandler {
    private final Preapprovals preapprovals;
    private final Bundles bundles;
    private final Outbox outbox;

    PreapprovalsCommand(Preapprovals preapprovals, Bundles bundles, Outbox outbox) {
        this.preapprovals = preapprovals;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("preapprovals", "pre-approvals");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String about() {
        return "What may be started without asking, until when, and by whose yes";
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        List<PreapprovalRequest> all = preapprovals.visibleTo(asking.person());
        People people = bundles.current().people();
        if (all.isEmpty()) {
            outbox.say(
                    asking.reply(),
                    Message.said(
                            "Nothing is agreed on beforehand. /qm preapprove growth 2 a100 until Friday asks for it."));
        } else {
            outbox.say(asking.privately(), PreapprovalCard.list(all, people));
        }
    }
}
