package dev.quartermaster.bot.conversation.enquiry;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.conversation.command.CommandHandler;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code /qm answer req-… 1 <words>}: answers a question that an approver asked back. */
@Component
class AnswerCommand implements CommandHandler {
    private static final Pattern REST = Pattern.compile("(?s)(req-[a-z2-7]{10}) (\\d{1,3}) (.*\\S.*)");

    private final EnquiryConversation enquiries;

    AnswerCommand(EnquiryConversation enquiries) {
        this.enquiries = enquiries;
    }

    static String of(RequestId request, int number, String words) {
        return "answer " + request + " " + number + " " + words.strip();
    }

    @Override
    public List<String> words() {
        return List.of("answer");
    }

    @Override
    public String usage() {
        return "<request> <number> <words>";
    }

    @Override
    public String about() {
        return "Answer what somebody who decides asked you about a request";
    }

    @Override
    public boolean takes(String rest) {
        return REST.matcher(rest).matches();
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        Matcher answer = REST.matcher(rest);
        if (answer.matches()) {
            enquiries.reply(asking, new RequestId(answer.group(1)), Integer.parseInt(answer.group(2)), answer.group(3));
        }
    }
}
