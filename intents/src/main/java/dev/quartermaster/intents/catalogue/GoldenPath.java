package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.part.PartType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A golden path: a thing that can be asked for, as one file of {@code golden-paths} says it. Trees hold {@code ${…}}
 * expressions still unevaluated; the planner replaces scalar leaves only.
 *
 * @param owner a person, team or group
 * @param says example sentences, those of its file first; the readers learn them
 * @param howTo what "show me how" answers; may be empty
 * @param parts empty: {@link #planned}
 * @param start whether parts that wait for nobody go ahead of those that do
 * @param price by resource (cpu, memory, gpus, storage) one {@code ${…}} that gives a number, of GiB for the sizes, or a
 *     plain number or size; the kind of GPU is {@code p.gpu_kind}
 */
public record GoldenPath(
        PathName name,
        int version,
        String title,
        String owner,
        String about,
        List<String> says,
        List<String> synonyms,
        String howTo,
        List<Parameter> parameters,
        Data data,
        List<PartTemplate> parts,
        Map<String, String> price,
        List<LinkTemplate> links,
        @Nullable Idle idle,
        Start start) {
    public GoldenPath {
        says = List.copyOf(says);
        synonyms = List.copyOf(synonyms);
        parameters = List.copyOf(parameters);
        parts = List.copyOf(parts);
        price = Map.copyOf(price);
        links = List.copyOf(links);
    }

    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** Whether it is only announced: people may ask about it, and a request for it is answered with what there is. */
    public boolean planned() {
        return parts.isEmpty();
    }

    /** Whether a part of it is compute: the word "compute" of the rules. */
    public boolean compute() {
        return parts.stream().anyMatch(part -> part.type().compute());
    }

    /** Whether anything of it says how much there is. */
    public boolean sized() {
        return parameters.stream().anyMatch(Parameter::sizes);
    }

    /** What it may see without asking ({@code classes}), and datasets it always reaches ({@code datasets}). */
    public record Data(Set<DataClass> classes, List<DatasetName> datasets) {
        public Data {
            classes = Set.copyOf(classes);
            datasets = List.copyOf(datasets);
        }
    }

    /** One part: of which type, from which tree; {@code ready} is CEL over what its provider calls {@code objects}. */
    public record PartTemplate(
            String name,
            PartType type,
            Map<String, Object> spec,
            @Nullable String ready) {}

    /** A link handed back; {@code login}: {@code token} (shown privately, on a click), {@code sso} or {@code none}. */
    public record LinkTemplate(String title, String url, String login) {}

    /** When parts that nobody has to agree to are handed over, and what becomes of them if the others are not to be. */
    public enum Start {
        /** Handed over when all parts are agreed to. */
        TOGETHER,
        /** Handed over at once, and kept to its end whatever becomes of the rest. */
        EARLY,
        /** Handed over at once, and taken back when somebody says no to the rest, or nobody decides. */
        EARLY_UNTIL_NO;

        public boolean early() {
            return this != TOGETHER;
        }

        public boolean kept() {
            return this != EARLY_UNTIL_NO;
        }
    }

    /** When it counts as idle. Evidence is CEL; acted on by a later issue, validated now. */
    public record Idle(Duration after, String evidence) {}
}
