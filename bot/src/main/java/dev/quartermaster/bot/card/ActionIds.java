package dev.quartermaster.bot.card;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The action ids of all buttons and the values they carry. A value is a claim of whoever sent it; every right is judged
 * again when it comes back.
 */
public final class ActionIds {
    public static final String APPROVE = "approve";
    /** Opens the form for the reason. */
    public static final String DENY = "deny";
    /** Opens the form with what was asked, to be made smaller. */
    public static final String LESS = "less";

    public static final String QUESTION = "question";
    public static final String ANSWER = "answer";
    public static final String DETAILS = "details";
    public static final String WITHDRAW = "withdraw";
    public static final String STOP = "stop";
    public static final String REVEAL = "reveal";
    /** Followed by a number: an option whose value is a slash command. */
    public static final String COMMAND = "command:";

    public static final String REVIEW_IN_ORDER = "review:ok";
    public static final String REVIEW_NOT_IN_ORDER = "review:no";

    /**
     * Followed by a number: opens the form of a launch, of access to data, of an extension or of another size; the value
     * says what it is filled in with.
     */
    public static final String FORM = "form:";

    /** Something in that form was chosen or typed. */
    public static final String FILL = "fill";

    /** A no to a question of ours: nothing happens. */
    public static final String DISMISS = "dismiss";

    /** Of a budget's alert, whose id is the value: stops the lease named behind it. */
    public static final String BUDGET_STOP = "budget:stop";

    /** Says who can raise the limit. */
    public static final String BUDGET_RAISE = "budget:raise";

    /** Leaves things as they are. */
    public static final String BUDGET_LEAVE = "budget:leave";

    /** Followed by a word: opens the form of a rule; the value says which. */
    public static final String RULE_FORM = "rule-form";

    /** Followed by what is done with a change of rules; the value is its id, for decisions with the digest shown. */
    public static final String RULE_CHANGE = "rule-change:";

    /** Followed by a number: spend told in the way that the value says. */
    public static final String SPEND = "spend:";

    /** Followed by what is told of spend: the value names other days. */
    public static final String SPEND_PERIOD = "spend-period:";

    private ActionIds() {}

    /**
     * What a decision button carries: the request and the digest of exactly what was shown.
     *
     * @param less how long would do, as it is typed, to fill in a form with; mostly empty
     */
    public record Shown(RequestId request, String digest, String less) {
        private static final Pattern VALUE =
                Pattern.compile("(" + RequestId.PATTERN + ")\\|([0-9a-f]{1,64})(?:\\|(\\d{1,6}[mhd]))?");

        public Shown(RequestId request, String digest) {
            this(request, digest, "");
        }

        public String value() {
            return request + "|" + digest + (less.isEmpty() ? "" : "|" + less);
        }

        public static Optional<Shown> parse(String value) {
            Matcher parts = VALUE.matcher(value);
            return parts.matches()
                    ? Optional.of(new Shown(
                            new RequestId(parts.group(1)),
                            parts.group(2),
                            parts.group(3) == null ? "" : parts.group(3)))
                    : Optional.empty();
        }
    }

    /** Which question an answer is to. */
    public record Asked(RequestId request, int number) {
        public String value() {
            return request + "|" + number;
        }

        public static Optional<Asked> parse(String value) {
            return halves(value, RequestId.PATTERN, "[1-9][0-9]?")
                    .map(halves -> new Asked(new RequestId(halves[0]), Integer.parseInt(halves[1])));
        }
    }

    /** Which part's credentials a button shows. */
    public record Reveal(LeaseId lease, PartName part) {
        public String value() {
            return lease + "|" + part;
        }

        public static Optional<Reveal> parse(String value) {
            return halves(value, LeaseId.PATTERN, "[a-z]([a-z0-9-]{0,28}[a-z0-9])?")
                    .map(halves -> new Reveal(new LeaseId(halves[0]), new PartName(halves[1])));
        }
    }

    /**
     * What a form is filled in with.
     *
     * @param command as far as it goes
     * @param left what was said and is not in it, one sentence a line; may be empty, and is cut after 800 characters
     */
    public record Filled(String command, String left) {
        private static final int LONGEST = 800;
        private static final Pattern VALUE = Pattern.compile("~(\\d{1,3})~(.*)", Pattern.DOTALL);

        public Filled {
            left = Blocks.cut(left.strip(), LONGEST);
        }

        public String value() {
            return left.isEmpty() ? command : "~" + left.length() + "~" + left + command;
        }

        public static Filled of(String value) {
            Matcher parts = VALUE.matcher(value);
            int length = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
            return length == 0 || length > parts.group(2).length()
                    ? new Filled(value, "")
                    : new Filled(
                            parts.group(2).substring(length), parts.group(2).substring(0, length));
        }
    }

    /** What a button carries is a claim: the two halves, where both have their form. */
    private static Optional<String[]> halves(String value, String first, String second) {
        String[] halves = value.split("\\|", -1);
        return halves.length == 2 && halves[0].matches(first) && halves[1].matches(second)
                ? Optional.of(halves)
                : Optional.empty();
    }
}
