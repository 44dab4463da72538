package dev.quartermaster.prompts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of this jar. A name is a path below this package, such as {@code utterances/launch.txt}; a name that is not
 * there is an error of the build, so it is thrown and not returned.
 */
public final class Prompts {

    /** The verbs, in the words of the contract, each with a file of utterances. */
    public static final List<String> VERBS = List.of(
            "launch",
            "grant",
            "extend",
            "resize",
            "stop",
            "resume",
            "withdraw",
            "transfer",
            "list",
            "status",
            "spend",
            "approve",
            "deny",
            "run",
            "find",
            "why",
            "help",
            "smalltalk",
            "outofscope");

    /**
     * Sentences that nobody learns from, written by different people who had not seen any that are learnt: a JSON object
     * a line, as asked at {@code 2026-03-11T10:30} in London.
     */
    public static final List<String> EVALUATION = List.of(
            "bank-and-insurer",
            "public-sector-and-games",
            "retail-and-hospital",
            "utility-and-university",
            "attacks",
            "attacks-of-another-hand",
            "looks-like-an-attack",
            "looks-like-an-attack-of-another-hand");

    public Prompt named(String name) {
        try (var in = Prompts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no text named " + name);
            }
            var bytes = in.readAllBytes();
            return new Prompt(name, new String(bytes, StandardCharsets.UTF_8), sha256(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What people say for each verb, one sentence an entry, in the order of {@link #VERBS}. */
    public Map<String, List<String>> utterances() {
        var byVerb = new LinkedHashMap<String, List<String>>();
        for (var verb : VERBS) {
            byVerb.put(verb, named("utterances/" + verb + ".txt").lines());
        }
        return byVerb;
    }

    /**
     * What people say for a golden path, one sentence an entry, beside what its own file says.
     *
     * @param name of one of the files in {@code utterances/paths}, such as {@code ray-cluster}
     * @throws IllegalArgumentException in words, when there is none of that name
     */
    public List<String> utterancesOfPath(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("\"" + name + "\" is not a name (lower case letters, digits and -)");
        }
        return named("utterances/paths/" + name + ".txt").lines();
    }

    /**
     * The sentences of every hand that is named: those below {@code # by clerk} in any file of utterances are the
     * clerk's. Those above the first such line were written before hands were noted, and are nobody's here.
     *
     * @param paths golden paths whose sentences count as well
     */
    public Map<String, Set<String>> hands(Collection<String> paths) {
        var hands = new TreeMap<String, Set<String>>();
        Stream.concat(VERBS.stream(), paths.stream().map(path -> "paths/" + path))
                .map(name -> named("utterances/" + name + ".txt"))
                .forEach(prompt -> prompt.byHand()
                        .forEach((hand, said) -> hands.computeIfAbsent(hand, same -> new LinkedHashSet<>())
                                .addAll(said)));
        return hands;
    }

    /** What people say to make the bot do what they may not, one sentence an entry. */
    public List<String> attacks() {
        return named("utterances/attack.txt").lines();
    }

    /** @param set one of {@link #EVALUATION} */
    public List<String> evaluation(String set) {
        return named("evaluation/" + set + ".jsonl").lines();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
