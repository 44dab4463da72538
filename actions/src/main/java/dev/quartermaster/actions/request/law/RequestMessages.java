package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.SentenceParts;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the law says to people: plain sentences with the next step. */
public record RequestMessages(Rights rights) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    String allowed(Request request, Instant now) {
        return "The rules allow this. " + made(request, now);
    }

    String approved(Request request, Instant now) {
        String less = request.lessened().stream()
                .map(click -> name(click.by()) + " made it smaller: " + click.less() + ". ")
                .collect(Collectors.joining());
        return "Approved by " + names(who(request, Choice.APPROVE)) + ". " + less + made(request, now);
    }

    private static String made(Request request, Instant now) {
        Instant from = request.from();
        return from != null && now.isBefore(from)
                ? "It starts " + MOMENT.format(from) + "; until then it can be withdrawn."
                : "It is being made now.";
    }

    String extended(Instant until) {
        return "It now ends " + MOMENT.format(until) + ".";
    }

    String resizing(Request request) {
        String effect = request.resizing() == null ? "" : request.resizing().effect();
        return "It is being changed now." + (effect.isEmpty() ? "" : " " + effect);
    }

    String backAsBefore(PersonId by) {
        return name(by) + " took it back: it becomes what it was before.";
    }

    String waits(Request request) {
        return "Waiting for a yes: " + reasons(request) + ".";
    }

    public String stillWaits(Request request) {
        return "Still waiting for " + who(asked(request), request.askers()) + ": " + reasons(request) + ".";
    }

    public String escalated(Request request, Collection<PersonId> next, boolean mayDecide) {
        return "Nobody has decided since " + MOMENT.format(request.at()) + ", so it was passed on to " + names(next)
                + (mayDecide ? ", who may decide as well." : ", to see that somebody does.");
    }

    /** To somebody who may not decide, but can make sure that somebody does. */
    public String pleaseHelp(Request request) {
        return name(request.by()) + " has waited since " + MOMENT.format(request.at()) + " for "
                + who(asked(request), request.askers())
                + ". You cannot decide this one: ask them to, or to name a cover with `/qm away`.";
    }

    String oneYes(Request request, Vote click) {
        return name(click.by()) + " said yes. Still waiting: " + reasons(request) + ".";
    }

    /** Parts of it run as they were asked for, so the whole cannot become something else. */
    String begun(Request request) {
        return capital(listed(request.opened()))
                + " was handed over already, as it was asked for, so the rest can be approved or denied, but not made smaller.";
    }

    String less(Request request, PersonId by, String less) {
        return name(by) + " said yes to less: " + less + ". Still waiting: " + reasons(request) + ".";
    }

    /** Parts that went ahead of the others. */
    String ahead(Collection<PartName> parts, Collection<PartName> rest) {
        String waits = rest.isEmpty() ? "" : " " + listed(rest) + " follows on the yes that is still waited for.";
        return capital(listed(parts)) + " needs nobody's yes any more and is being made now." + waits;
    }

    /** What becomes of the parts that went ahead, once the rest is not to be. */
    String remains(Collection<PartName> parts, boolean kept) {
        return kept
                ? capital(listed(parts)) + " stays until its end; /qm stop ends it earlier."
                : capital(listed(parts)) + " is taken back as well.";
    }

    String changed() {
        return "What this would need changed since its first parts were handed over, so nothing can be added to them."
                + " It can be asked for anew.";
    }

    private static String listed(Collection<PartName> parts) {
        return SentenceParts.list(parts.stream().map(PartName::value).sorted().toList(), "and");
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public String refused(Verdict.Refused refused) {
        return refused.reasons().stream().map(Verdict.Reason::words).collect(Collectors.joining(" "));
    }

    String denied(Vote click) {
        String why = click.reason().isBlank() ? "." : ": " + click.reason().strip();
        why = why.matches("(?s).*[.!?…]") ? why : why + ".";
        return name(click.by()) + " said no" + why + " Talk to them, or ask for something smaller.";
    }

    String withdrawn(PersonId by) {
        return name(by) + " withdrew it.";
    }

    String lapsed(Request request) {
        return "Nobody decided by " + MOMENT.format(request.lapsesAt())
                + ", so it lapsed. Ask again if you still need it.";
    }

    String own() {
        return "You asked for this yourself, so somebody else has to decide. They have been asked.";
    }

    public String notYours(Request request) {
        return "This is not yours to decide. It waits for " + who(asked(request), request.askers()) + ".";
    }

    String notYet(Request request) {
        return "It is not your turn yet: " + who(asked(request), request.askers())
                + " decides first. You are asked when they have said yes.";
    }

    String seatTaken(Request request) {
        return names(who(request, Choice.APPROVE)) + " already said yes to that part. It still waits for "
                + who(asked(request), request.askers()) + ".";
    }

    /** For somebody who has said yes already: one person counts once. */
    String saidAlready(Request request) {
        Collection<PersonId> yes = who(request, Choice.APPROVE);
        String others = asked(request).stream()
                .map(stage -> either(rights.of(stage.deciders(), request.askers()).stream()
                        .filter(person -> !yes.contains(person))
                        .toList()))
                .distinct()
                .collect(Collectors.joining(", and for "));
        return "You said yes already, and it counts. It still waits for " + others + ".";
    }

    String stale() {
        return "This changed after you were shown it. A fresh card is on its way: please look again before you decide.";
    }

    String reopened(Request after) {
        return switch (after.state()) {
            case WAITING ->
                "What it costs or needs changed since the card was made, so nothing was decided. " + stale();
            case REFUSED -> "The rules refuse this by now, so there is nothing left to decide.";
            case APPROVED, LIVE -> "The rules allow this by now without anybody's yes. It is being made.";
            case PROVIDING, DENIED, WITHDRAWN, LAPSED, FAILED, ENDED -> late(after);
        };
    }

    /** For somebody who decides too late: how it stands, and who decided. */
    public String late(Request request) {
        return switch (request.state()) {
            case WAITING -> "It is waiting to be decided.";
            case APPROVED, PROVIDING, LIVE, ENDED, FAILED -> alreadyApproved(request);
            case DENIED -> names(who(request, Choice.DENY)) + " already said no. It can be asked for again.";
            case REFUSED -> "The rules refuse this, so there is nothing to decide.";
            case WITHDRAWN -> "It was withdrawn, so there is nothing left to decide.";
            case LAPSED ->
                "It lapsed " + MOMENT.format(request.lapsesAt()) + ". " + name(request.by()) + " can ask again.";
        };
    }

    String notYoursToWithdraw(Request request) {
        return "Only " + name(request.by()) + ", their manager or a platform lead can withdraw this.";
    }

    String tooLateToWithdraw(Request request) {
        return switch (request.state()) {
            case APPROVED, PROVIDING, LIVE ->
                request.resizing() != null
                        ? "It has that size by now. Ask for another one: /qm resize " + request.lease() + "."
                        : "It is already on its way. Stop it instead: /qm stop " + request.lease() + ".";
            case WAITING, DENIED, REFUSED, WITHDRAWN, LAPSED, FAILED, ENDED ->
                "It is over already (" + request.state().word() + "), so there is nothing to withdraw.";
        };
    }

    private String alreadyApproved(Request request) {
        Collection<PersonId> who = who(request, Choice.APPROVE);
        return who.isEmpty()
                ? "The rules allowed this without anybody's yes, so there is nothing to decide."
                : names(who) + " already approved this.";
    }

    private static Collection<PersonId> who(Request request, Choice choice) {
        return request.clicks().stream()
                .filter(click -> click.choice() == choice)
                .map(Vote::by)
                .distinct()
                .toList();
    }

    private static List<Stage> asked(Request request) {
        return new ApprovalTally(request.stages(), request.clicks())
                .asked().stream().map(request.stages()::get).toList();
    }

    /** Why it is asked now, and what it is asked for after that. */
    private static String reasons(Request request) {
        List<Stage> asked = asked(request);
        List<Stage> later = new ApprovalTally(request.stages(), request.clicks())
                .open().stream()
                        .map(request.stages()::get)
                        .filter(stage -> !asked.contains(stage))
                        .toList();
        return because(asked) + (later.isEmpty() ? "" : "; after that: " + because(later));
    }

    private String who(List<Stage> stages, Set<PersonId> askers) {
        return stages.stream()
                .map(stage -> either(rights.of(stage.deciders(), askers)))
                .distinct()
                .collect(Collectors.joining(", and for "));
    }

    private static String because(List<Stage> stages) {
        return stages.stream()
                .map(stage -> stage.because().replaceFirst("[.\\s]+$", ""))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String either(Collection<PersonId> people) {
        return people.isEmpty() ? "somebody who is not there any more" : joined(people, "or");
    }

    private String names(Collection<PersonId> people) {
        return joined(people, "and");
    }

    private String joined(Collection<PersonId> people, String last) {
        return SentenceParts.list(people.stream().map(this::name).toList(), last);
    }

    public String name(PersonId person) {
        return rights.people().name(person);
    }
}
