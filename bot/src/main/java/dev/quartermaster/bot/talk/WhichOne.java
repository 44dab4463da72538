package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.reading.Reading.Option;
import java.time.Duration;
import java.util.List;

/** Asks which of several is meant, or says that there is none: every option is the whole command. */
final class WhichOne {
    static final String QUESTION = "Which one do you mean?";
    private static final int MOST = 5;

    private WhichOne() {}

    /** @param more what the command says after the id, with a blank before it; or empty */
    static List<Option> lease(List<Lease> leases, String verb, String more) {
        return leases.stream()
                .limit(MOST)
                .map(lease -> new Option(name(lease) + ", " + lease.id(), verb + " " + lease.id() + more))
                .toList();
    }

    static List<Option> request(List<Request> requests, String verb) {
        return requests.stream()
                .limit(MOST)
                .map(request -> new Option(request.summary(), verb + " " + request.id()))
                .toList();
    }

    /** Where the words fit nothing, that is said before what there is. */
    static String question(Targets.Meant<?> meant, Target target) {
        return meant.fits() || !(target instanceof Target.Described(String words))
                ? QUESTION
                : "Nothing of yours fits “" + words + "”. Do you mean one of these?";
    }

    /** @param none said where nothing in particular was named */
    static String none(Target target, String none) {
        return target instanceof Target.Id(String id)
                ? "There is no " + id + ". `/qm list` shows what you have."
                : none;
    }

    static String name(Lease lease) {
        String what = lease.plan().path().equals(Plan.GRANT)
                ? "access to "
                        + String.join(
                                ", ",
                                lease.plan().reaches().stream()
                                        .map(DatasetName::value)
                                        .toList())
                : lease.plan().path().value();
        return what + " (" + Wording.length(lease.plan().term()) + ")";
    }

    /** As the grammar takes it again. */
    static String written(Term term) {
        return switch (term) {
            case Term.For(Duration length) ->
                length.toSeconds() % 3600 == 0 ? " " + length.toHours() + "h" : " " + length.toMinutes() + "m";
            case Term.Until(var end) -> " --until " + end;
            case Term.Unsaid unsaid -> "";
        };
    }
}
