package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Questions and options for the case that several leases or requests may be meant, or none. The value of each option is
 * a whole command.
 */
public final class Disambiguation {
    public static final String QUESTION = "Which one do you mean?";
    private static final String OTHERS =
            "What this thread is about is not yours to change, so nothing is done. Of what is"
                    + " yours, say it in a message of its own; `/qm list` shows it.";
    private static final int MOST = 5;
    /** Slack takes no longer one. */
    private static final int LABEL = 75;

    private static final Map<String, String> SIZES =
            Map.of("cpu", " cores", "memory", "", "gpus", " GPUs", "workers", " workers", "size", "");
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

    private Disambiguation() {}

    public static List<Option> lease(List<Lease> leases, ZoneId zone, Function<Lease, Intent> meaning) {
        return leases.stream()
                .limit(MOST)
                .map(lease -> new Option(label(lease, leases, zone), CommandText.of(meaning.apply(lease))))
                .toList();
    }

    /** What it is, how large, whose money, until when; by its id too, where others are all that as well. */
    private static String label(Lease lease, List<Lease> among, ZoneId zone) {
        String said = said(lease, zone);
        boolean alone =
                among.stream().filter(other -> said(other, zone).equals(said)).count() == 1;
        return alone ? said : Blocks.cut(said, LABEL - 18) + ", " + lease.id();
    }

    private static String said(Lease lease, ZoneId zone) {
        String end = " · " + lease.team() + " · ends " + END.withZone(zone).format(lease.until());
        return Blocks.cut(what(lease) + sizes(lease), LABEL - end.length()) + end;
    }

    private static String sizes(Lease lease) {
        return lease.plan().path().equals(Plan.GRANT)
                ? ""
                : lease.plan().parameters().entrySet().stream()
                        .filter(each -> SIZES.containsKey(each.getKey()))
                        .filter(each -> !each.getValue().text().equals("0"))
                        .map(each -> ", " + each.getValue().text() + SIZES.get(each.getKey()))
                        .collect(Collectors.joining());
    }

    public static List<Option> request(List<Request> requests, Function<Target, Intent> meaning) {
        return requests.stream()
                .limit(MOST)
                .map(request -> new Option(
                        named(request, requests),
                        CommandText.of(meaning.apply(new Target.Id(request.id().value())))))
                .toList();
    }

    /** By its id too, where others are called the same. */
    private static String named(Request request, List<Request> among) {
        String said = said(request);
        boolean alone = among.stream().filter(other -> said(other).equals(said)).count() == 1;
        return alone ? said : Blocks.cut(request.id() + ", " + said, LABEL);
    }

    private static String said(Request request) {
        String stands = " · " + request.team() + " · " + request.state().word();
        return Blocks.cut(request.summary(), LABEL - stands.length()) + stands;
    }

    /** Where the words fit nothing, that is said before what there is. */
    public static String question(TargetResolver.Meant<?> meant, Target target) {
        return meant.fits() || !(target instanceof Target.Described(String words))
                ? QUESTION
                : "Nothing of yours fits “" + words + "”. Do you mean one of these?";
    }

    /** @param none said where nothing in particular was named */
    public static String none(TargetResolver.Meant<?> meant, Target target, String none) {
        return meant.others() ? OTHERS : none(target, none);
    }

    /** @param none said where nothing in particular was named */
    public static String none(Target target, String none) {
        return target instanceof Target.Id(String id)
                ? "There is no " + id + ". `/qm list` shows what you have."
                : none;
    }

    public static String name(Lease lease) {
        return what(lease) + " (" + Wording.length(Wording.length(lease)) + ")";
    }

    private static String what(Lease lease) {
        return lease.plan().path().equals(Plan.GRANT)
                ? "access to "
                        + String.join(
                                ", ",
                                lease.plan().reaches().stream()
                                        .map(DatasetName::value)
                                        .toList())
                : lease.plan().path().value();
    }
}
