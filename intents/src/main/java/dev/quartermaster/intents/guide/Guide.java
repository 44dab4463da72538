package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about what there is, what it costs, how long it takes and who may have it: each from the bundle in
 * force, so that an answer changes with its file. Nothing is started by asking.
 */
public final class Guide {
    private static final Pattern QUESTION = Pattern.compile("(?<=\\?)\\s+");
    private static final Pattern WHO = Pattern.compile(
            "\\b(?:who (?:can|may|could|is allowed|gets?|has access)|am i (?:allowed|permitted|able)|can (?:i|interns?|analysts?|managers?|we)\\b"
                    + "|(?:are|is) (?:an? )?(?:interns?|analysts?|managers?|i|we) (?:allowed|permitted))");
    private static final Pattern DATA =
            Pattern.compile("\\b(?:(?:what|which) data\\w*|data (?:can|does|may)|datasets?)\\b");
    private static final Pattern TIME =
            Pattern.compile("\\bhow (?:long|quick\\w*|fast|soon)\\b|\\btake to (?:get|give|set)\\b");
    private static final Pattern PRICE = Pattern.compile(
            "\\b(?:how much|price[sd]?|costs?|cost of|rates?|pay|expensive|per hour|an hour)\\b|\\bcharge for\\b");
    private static final Pattern IMAGE = Pattern.compile("\\bimages?\\b|\\bregistr(?:y|ies)\\b");
    private static final Pattern SIZES = Pattern.compile(
            "\\b(?:(?:what|which) (?:sizes?|presets)|how (?:big|large)|sizes? (?:are|is) there|largest|biggest)\\b");
    private static final Pattern MORE = Pattern.compile("^\\W*(?:and |or )?(?:what|how) about\\b");

    private final Named named;
    private final SizeAnswers sizes;
    private final PriceAnswers money;
    private final Permitted permitted;
    private final Reach reach;

    public Guide(Bundle bundle, Measures measures) {
        this.named = new Named(bundle.catalogue());
        this.sizes = new SizeAnswers(bundle, measures);
        this.money = new PriceAnswers(bundle, measures);
        this.permitted = new Permitted(bundle, measures);
        this.reach = new Reach(bundle);
    }

    /** What something would cost, by the judgement that its card would show; nothing is filed. */
    public Quote price(PersonId asker, Intent wish) {
        return money.ofWish(asker, wish);
    }

    /**
     * @param words what it would cost, and what speaks against it
     * @param askable whether it could be asked for as it is
     */
    public record Quote(String words, boolean askable) {}

    /** Whose yes something would need, by the judgement that its card would show; nothing is filed. */
    public String approvers(PersonId asker, Intent wish) {
        return permitted.on(asker, wish);
    }

    /** Empty where the question is none of those answered here. */
    public Optional<String> answer(PersonId asker, String text) {
        var answers = new ArrayList<String>();
        @Nullable GoldenPath spoken = null;
        var pieces = List.of(QUESTION.split(text.strip()));
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var path = named.in(piece).orElse(spoken);
            spoken = path;
            if (MORE.matcher(piece.toLowerCase(Locale.ROOT)).find() && i > 0) {
                continue;
            }
            var more = String.join(" ", following(pieces, i));
            answer(asker, piece, more, path).ifPresent(answers::add);
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", answers));
    }

    /** "What about 16 cores?" asks the question before it once more. */
    private static List<String> following(List<String> pieces, int from) {
        return pieces.subList(from + 1, pieces.size()).stream()
                .takeWhile(piece -> MORE.matcher(piece.toLowerCase(Locale.ROOT)).find())
                .toList();
    }

    private Optional<String> answer(PersonId asker, String piece, String more, @Nullable GoldenPath path) {
        var said = piece.toLowerCase(Locale.ROOT);
        if (TIME.matcher(said).find()) {
            return sizes.took(asker, piece + " " + more, path);
        }
        if (PRICE.matcher(said).find()) {
            return money.of(asker, said + " " + more, path);
        }
        if (WHO.matcher(said).find() && path != null) {
            return Optional.of(permitted.on(asker, path));
        }
        if (DATA.matcher(said).find() && path != null) {
            return Optional.of(reach.of(path));
        }
        if (SIZES.matcher(said).find()) {
            return Optional.of(sizes.offered(path));
        }
        return IMAGE.matcher(said).find() ? Optional.of(reach.images(path)) : Optional.empty();
    }
}
