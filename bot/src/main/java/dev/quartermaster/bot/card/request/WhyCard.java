package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.lease.PartProvisioning;
import dev.quartermaster.actions.request.Decision;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.why.DecisionExplanation;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why something was decided as it was: for whoever asked, decides, manages or leads, and nobody else. */
public final class WhyCard {
    /** Lines of each kind that are shown; the record has them all. */
    private static final int MOST = 12;

    private static final int MOST_WORDS = 600;

    private WhyCard() {}

    /** @param asker whether whoever reads asked for it, and can ask again */
    public static Message of(DecisionExplanation why, People people, boolean asker) {
        Request request = why.request();
        Mrkdwn title = Mrkdwn.ours("Why: ").and(Mrkdwn.theirs(request.summary()));
        Blocks blocks = new Blocks()
                .header("Why: " + request.summary())
                .section(denied(request, people))
                .section(asked(why, people))
                .section(read(why.read()))
                .section(verdict(request.judgement()))
                .section(decided(request, people))
                .section(facts(why))
                .section(deeds("*Done*", why.parts(), each -> each.deeds().done()))
                .section(deeds(
                        over(request) ? "*Undone at its end*" : "*Will be undone at its end*",
                        why.parts().reversed(),
                        each -> each.deeds().undo()));
        String version = request.judgement().version();
        blocks.context(Mrkdwn.ours(
                        "Request `" + request.id() + "`, " + request.state().word() + " · judged under `")
                .and(Mrkdwn.theirs(version.substring(0, Math.min(12, version.length()))))
                .and("` · " + why.steps().size() + " facts in its record"));
        if (asker && request.state() == State.DENIED && request.extending() == null) {
            blocks.buttons(againButtons(request));
        }
        return blocks.message(title);
    }

    /** First of all who said no, in which words, what they were asked for, and what can be done now. */
    private static Mrkdwn denied(Request request, People people) {
        Mrkdwn text = Mrkdwn.ours("");
        for (Vote no : request.clicks()) {
            if (request.state() != State.DENIED || no.choice() != Choice.DENY) {
                continue;
            }
            String name = Wording.name(no.by(), people);
            text = text.and(Mrkdwn.bold(name)).and(" said no, ").and(Wording.moment(no.at()));
            text = no.reason().isBlank()
                    ? text.and(", and gave no reason.")
                    : text.and(":\n").and(Mrkdwn.quoted(Blocks.cut(no.reason(), MOST_WORDS)));
            for (Stage stage : stages(request, no)) {
                text = text.and("\nThey were asked because: ").and(Mrkdwn.theirs(stage.because()));
            }
            text = text.and("\n*What you can do*: talk to ")
                    .and(Mrkdwn.theirs(name))
                    .and(", or ask again for less, for a shorter time, or with what it is for.");
        }
        return text;
    }

    private static List<Stage> stages(Request request, Vote no) {
        return Stream.concat(no.own().stream(), no.standIn().stream())
                .filter(stage -> stage < request.stages().size())
                .map(request.stages()::get)
                .distinct()
                .toList();
    }

    private static List<ButtonElement> againButtons(Request request) {
        List<ButtonElement> buttons = new ArrayList<>();
        buttons.add(Blocks.button("Ask again", ActionIds.COMMAND + "0", "again " + request.id()));
        String command = CommandText.of(request.judgement().intent());
        if (Blocks.carries(command)) {
            buttons.add(Blocks.button("Change it in a form", ActionIds.FORM + "0", command));
        }
        return buttons;
    }

    private static Mrkdwn asked(DecisionExplanation why, People people) {
        Request request = why.request();
        return Mrkdwn.ours("*Asked* by ")
                .and(Mrkdwn.theirs(Wording.name(request.by(), people)))
                .and(", ")
                .and(Wording.moment(request.at()))
                .and("\n")
                .and(
                        why.words().isBlank()
                                ? Mrkdwn.ours("_What was written is not kept any more._")
                                : Mrkdwn.quoted(Blocks.cut(why.words(), MOST_WORDS)));
    }

    private static Mrkdwn read(DecisionExplanation.@Nullable Read read) {
        if (read == null) {
            return Mrkdwn.ours("*Read*\nHow is not known: it was asked before that was kept.");
        }
        Mrkdwn text = Mrkdwn.ours("*Read* by " + reader(read.reader()));
        if (!read.version().isBlank() && !read.reader().equals("slash")) {
            text = text.and(", version ").and(Mrkdwn.theirs(read.version()));
        }
        if (!read.prompt().isBlank()) {
            text = text.and(", told what has the hash `" + read.prompt() + "`");
        }
        for (OriginalWords.Slot slot : read.slots()) {
            text = text.and("\n• ")
                    .and(Mrkdwn.theirs(slot.name().replace('_', ' ') + ": "))
                    .and(Wording.shown(Wording.value(slot.value())));
            text = text.and(slot.words().isBlank() ? Mrkdwn.ours(" (assumed)") : from(slot.words()));
        }
        return text;
    }

    private static Mrkdwn from(String words) {
        return Mrkdwn.ours(" (from “").and(Mrkdwn.theirs(Wording.brief(words))).and("”)");
    }

    private static String reader(String reader) {
        return switch (reader) {
            case "slash" -> "the command's grammar";
            case "embedded" -> "the built-in reader";
            case "model" -> "a language model";
            default -> "a reader";
        };
    }

    private static Mrkdwn verdict(Judgement judgement) {
        Mrkdwn text = Mrkdwn.ours(
                switch (judgement.verdict()) {
                    case Verdict.Allowed allowed -> "*The rules allow it*";
                    case Verdict.NeedsApproval needs -> "*The rules want a yes*";
                    case Verdict.Refused refused -> "*The rules refuse it*";
                });
        for (Judgement.Matched rule : judgement.rules()) {
            text = text.and("\n• ").and(Mrkdwn.theirs(rule.rule() + " (" + rule.then() + "): " + rule.because()));
        }
        if (judgement.verdict() instanceof Verdict.Refused refused) {
            for (Verdict.Reason reason : refused.reasons()) {
                text = text.and("\n• ").and(Mrkdwn.theirs(reason.words())).and(measure(reason));
            }
        }
        return text;
    }

    private static Mrkdwn measure(Verdict.Reason reason) {
        List<String> parts = new ArrayList<>();
        if (!reason.value().isEmpty()) {
            parts.add("asked for " + reason.value());
        }
        if (!reason.limit().isEmpty()) {
            parts.add("the limit is " + reason.limit());
        }
        if (!reason.lift().isEmpty()) {
            parts.add(reason.lift() + " can lift it");
        }
        return parts.isEmpty() ? Mrkdwn.ours("") : Mrkdwn.theirs(" (" + String.join(", ", parts) + ")");
    }

    private static Mrkdwn decided(Request request, People people) {
        Mrkdwn text = Mrkdwn.ours("");
        for (Decision decision : request.decisions()) {
            boolean yes = decision.choice() == Choice.APPROVE;
            text = text.and("\n• ")
                    .and(Mrkdwn.theirs(Wording.name(decision.by(), people)))
                    .and(yes ? " approved, " : " denied, ")
                    .and(Wording.moment(decision.at()))
                    .and(", for: ")
                    .and(Mrkdwn.theirs(request.stages().get(decision.stage()).because()));
            if (!decision.reason().isBlank()) {
                text = text.and(" “")
                        .and(Mrkdwn.theirs(Wording.brief(decision.reason())))
                        .and("”");
            }
        }
        return text.value().isEmpty() ? text : Mrkdwn.ours("*Decided*").and(text);
    }

    private static Mrkdwn facts(DecisionExplanation why) {
        List<String> lines = new ArrayList<>();
        why.facts().forEach((name, value) -> lines.add(name + " = " + Blocks.cut(value, 120)));
        Mrkdwn text = lines.isEmpty()
                ? Mrkdwn.ours("")
                : Mrkdwn.ours("*Facts as they were then*\n").and(code(lines, 60));
        return why.moneyLeftOut()
                ? text.and("\n_The team's money was looked at too; its members and platform leads see it._")
                : text;
    }

    private static Mrkdwn deeds(
            String title, List<PartProvisioning> parts, Function<PartProvisioning, List<String>> which) {
        Mrkdwn text = Mrkdwn.ours("");
        for (PartProvisioning part : parts) {
            if (!which.apply(part).isEmpty()) {
                text = text.and("\n")
                        .and(Mrkdwn.theirs(part.part() + " (" + part.provider() + ")"))
                        .and("\n")
                        .and(code(which.apply(part), MOST));
            }
        }
        return text.value().isEmpty() ? text : Mrkdwn.ours(title).and(text);
    }

    /** As it would be typed; a backtick of theirs cannot end the block. */
    static Mrkdwn code(List<String> lines, int most) {
        StringBuilder text = new StringBuilder("```");
        lines.stream()
                .limit(most)
                .forEach(line ->
                        text.append(Mrkdwn.escape(line.replace("`", "'"))).append('\n'));
        if (lines.size() > most) {
            text.append("… and ").append(lines.size() - most).append(" more\n");
        }
        return Mrkdwn.ours(text.append("```").toString());
    }

    private static boolean over(Request request) {
        return request.state() == State.ENDED || request.state() == State.FAILED;
    }
}
