package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.EvaluationRequest.Already;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Another size of what runs, as something that can be judged: its path in that size, from now to the end agreed so far. */
@Component
class ResizeDrafts {
    private static final String DURATION = "duration";
    private static final String NEW = " Ask for a new one with `/qm launch` and stop this one.";

    private final Bundles bundles;
    private final HandOver handOver;
    private final RequestStore store;

    ResizeDrafts(Bundles bundles, HandOver handOver, RequestStore store) {
        this.bundles = bundles;
        this.handOver = handOver;
        this.store = store;
    }

    RequestDraft of(
            PersonId by,
            TeamId team,
            LeaseId lease,
            HandOver.Running running,
            Request original,
            SortedMap<String, Value> said)
            throws RequestDraft.Impossible {
        if (!(original.judgement().intent() instanceof Intent.Launch launch)) {
            throw new RequestDraft.Impossible("Access to data has no size. Ask for other access with `/qm grant`.");
        }
        if (!team.equals(running.size().team())) {
            throw new RequestDraft.Impossible(
                    "It is paid for by " + running.size().team() + ", which its owner has left." + NEW);
        }
        Optional<Request> other = store.resizing(lease);
        if (other.isPresent()) {
            throw new RequestDraft.Impossible("Another size of it is asked for already: "
                    + other.get().summary() + ". Take that back first with `/qm withdraw "
                    + other.get().id() + "`.");
        }
        settled(running);
        SortedMap<String, Value> values = values(running.size().plan());
        SortedMap<String, Value> wanted = new TreeMap<>(values);
        said(path(running.size().plan()), said, wanted);
        if (wanted.equals(values)) {
            throw new RequestDraft.Impossible(
                    "It has that size already. Say another one, such as `/qm resize " + lease + " --cpu 4`.");
        }
        PersonId owner = running.owner();
        Intent intent = new Intent.Launch(
                launch.path(),
                wanted,
                new Term.Until(running.until()),
                launch.purpose(),
                by.equals(owner) ? null : owner,
                null);
        return new RequestDraft(by, owner, team, intent, lease, already(running), against(running));
    }

    /** The same, up to the end and from the size of now. */
    RequestDraft again(Request request, Intent intent, HandOver.Running running) throws RequestDraft.Impossible {
        settled(running);
        Intent.Launch launch = (Intent.Launch) intent;
        return new RequestDraft(
                request.by(),
                request.owner(),
                request.team(),
                launch.lasting(new Term.Until(running.until())),
                request.lease(),
                already(running),
                against(running));
    }

    /** What was asked for, in the size that it has by now. */
    static Intent asItRuns(Intent intent, Request original, HandOver.Running running) {
        Plan asked = original.judgement().plan();
        SortedMap<String, Value> values = values(running.size().plan());
        return intent instanceof Intent.Launch launch
                        && asked != null
                        && !values(asked).equals(values)
                ? launch.with(values)
                : intent;
    }

    /** What cannot be changed is refused whatever the rules say; less of one's own may be had whatever they say. */
    Judgement judged(RequestDraft wish, Judgement judged) {
        Plan plan = judged.plan();
        Resizing resizing = wish.resizing();
        if (plan == null || resizing == null) {
            return judged;
        }
        if (handOver.effect(wish.lease(), plan).orElse(null) instanceof Resize.Impossible(String words)) {
            return judged.with(new Verdict.Refused(List.of(new Verdict.Reason("cannot-change", words)), List.of()));
        }
        boolean less = values(plan).entrySet().stream()
                .allMatch(each -> resizing.before().containsKey(each.getKey())
                        && each.getValue().atMost(resizing.before().get(each.getKey())));
        boolean made = !(judged.verdict() instanceof Verdict.Refused refused)
                || refused.reasons().stream().noneMatch(reason -> reason.rule().equals("not-set-up"));
        return less && made
                ? new Judgement(
                        judged.intent(),
                        plan,
                        judged.price(),
                        new Verdict.Allowed(List.of()),
                        List.of(new Judgement.Matched("smaller", "allow", "Less of what one has may always be had.")),
                        judged.version())
                : judged;
    }

    /** With what it means to whoever uses it. */
    Optional<Resizing> of(RequestDraft wish, Judgement judged) {
        return Optional.ofNullable(wish.resizing())
                .map(against -> new Resizing(
                        against.before(), against.perHour(), against.until(), effect(wish.lease(), judged.plan())));
    }

    private String effect(LeaseId lease, @Nullable Plan plan) {
        return plan != null && handOver.effect(lease, plan).orElse(null) instanceof Resize.Interrupts(String words)
                ? words
                : "";
    }

    private static void settled(HandOver.Running running) throws RequestDraft.Impossible {
        if (!running.size().settled()) {
            throw new RequestDraft.Impossible(
                    "Parts of it are still on their way. Change its size when it is ready, as `/qm list` shows.");
        }
    }

    private static Already already(HandOver.Running running) {
        return new Already(
                Objects.requireNonNull(running.from(), "Only what was handed over changes its size"),
                running.until(),
                running.size().perHour(),
                values(running.size().plan()));
    }

    private static Resizing against(HandOver.Running running) {
        return new Resizing(values(running.size().plan()), running.size().perHour(), running.until(), "");
    }

    private static SortedMap<String, Value> values(Plan plan) {
        SortedMap<String, Value> values = new TreeMap<>(plan.parameters());
        values.remove(DURATION);
        return values;
    }

    private GoldenPath path(Plan plan) throws RequestDraft.Impossible {
        return bundles.current()
                .catalogue()
                .path(plan.path())
                .filter(GoldenPath::sized)
                .orElseThrow(() -> new RequestDraft.Impossible(
                        "Nothing of it can be made larger or smaller. `/qm help launch` says what can be asked for."));
    }

    /** Presets first, so that what is said beside one counts. */
    private static void said(GoldenPath path, SortedMap<String, Value> said, SortedMap<String, Value> wanted)
            throws RequestDraft.Impossible {
        SortedMap<String, Value> typed = new TreeMap<>();
        for (Map.Entry<String, Value> each : said.entrySet()) {
            Parameter parameter = parameter(path, each.getKey());
            typed.put(parameter.name(), typed(parameter, each.getValue()));
        }
        typed.forEach((name, value) -> path.parameter(name)
                .filter(parameter -> parameter.type() == Parameter.Type.PRESET)
                .map(parameter -> parameter.presets().getOrDefault(value.text(), Map.of()))
                .ifPresent(wanted::putAll));
        typed.entrySet()
                .removeIf(each -> path.parameter(each.getKey())
                        .filter(parameter -> parameter.type() == Parameter.Type.PRESET)
                        .isPresent());
        wanted.putAll(typed);
    }

    /** Gigabytes, said without saying of what, are what it holds where it has no memory. */
    private static Parameter parameter(GoldenPath path, String name) throws RequestDraft.Impossible {
        return path.parameter(name)
                .or(() -> name.equals("memory") ? path.parameter("storage") : Optional.empty())
                .filter(Parameter::sizes)
                .orElseThrow(() -> new RequestDraft.Impossible(capital(name)
                        + " of it can't be changed while it runs. What"
                        + " can: " + String.join(", ", sizes(path)) + ". For anything else ask for a new one and stop"
                        + " this one; its end moves with `/qm extend`."));
    }

    private static List<String> sizes(GoldenPath path) {
        return path.parameters().stream()
                .filter(Parameter::sizes)
                .map(Parameter::option)
                .toList();
    }

    private static Value typed(Parameter parameter, Value value) throws RequestDraft.Impossible {
        if (value instanceof Value.Relative) {
            throw new RequestDraft.Impossible(
                    "Only how much " + parameter.name() + " it shall have in all can be judged,"
                            + " not how much more or less. Say that, such as `" + parameter.option() + " 4`.");
        }
        boolean fits = switch (parameter.type()) {
            case INTEGER -> value instanceof Value.Whole;
            case QUANTITY -> value instanceof Value.Quantity || value instanceof Value.Whole;
            case PRESET, CHOICE -> parameter.chosen(value.text()).isPresent();
            case DURATION, IMAGE, TEXT, NAME, SCHEDULE -> false;
        };
        if (!fits) {
            throw new RequestDraft.Impossible(
                    capital(parameter.name()) + " can be " + parameter.valid() + ", not " + value.text() + ".");
        }
        if (parameter.type() == Parameter.Type.QUANTITY && value instanceof Value.Whole(long gib)) {
            return new Value.Quantity(BigDecimal.valueOf(gib));
        }
        return parameter.chosen(value.text()).<Value>map(Value.Text::new).orElse(value);
    }

    private static String capital(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
