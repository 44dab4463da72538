package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.rulebook.ChangeDesk;
import dev.quartermaster.actions.rulebook.Difference;
import dev.quartermaster.actions.rulebook.Trial;
import dev.quartermaster.bot.announce.RuleChangeCards;
import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.card.rule.ChangeCard;
import dev.quartermaster.bot.card.rule.RuleForm;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.RuleText;
import dev.quartermaster.intents.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;

/**
 * The form of one rule: checked while it is open, rehearsed on past requests once it is sent in, then shown to its
 * author as a draft.
 */
@Component
class RuleChanging implements Form {
    private static final Pattern ACTIONS = Pattern.compile(Actions.RULE_FORM + ":.*");

    private static final String GONE =
            "That rule is not there any more, or its text does not fit a form. /qm rules shows" + " those there are.";

    private final Bundles bundles;
    private final ChangeDesk desk;
    private final RuleChangeCards board;
    private final Trial trial;
    private final Outbox outbox;
    private final ClickReplies replies;
    private volatile @Nullable Last last;

    RuleChanging(
            Bundles bundles, ChangeDesk desk, RuleChangeCards board, Trial trial, Outbox outbox, ClickReplies replies) {
        this.replies = replies;
        this.bundles = bundles;
        this.desk = desk;
        this.board = board;
        this.trial = trial;
        this.outbox = outbox;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        Rulebook book = Rulebook.of(bundles.current().files());
        Optional<RuleEdit> form = RuleEdit.parse(clicked.value());
        return Optional.of(form.flatMap(edit -> book.rule(edit.rule()).flatMap(rule -> shown(edit, rule, book)))
                .map(RuleForm::of)
                .orElseGet(() -> RuleForm.none(GONE)));
    }

    @Override
    public void clicked(Clicked clicked) {
        replies.outdated(clicked);
    }

    private static Optional<RuleForm.Shown> shown(RuleEdit edit, RuleText rule, Rulebook book) {
        return book.sheet(rule.file())
                .filter(sheet -> RuleForm.fits(rule, sheet))
                .map(sheet -> new RuleForm.Shown(
                        rule.id(),
                        edit.data(),
                        rule.text(),
                        RuleForm.chunks(sheet),
                        List.of(),
                        edit.proposes() ? "" : null));
    }

    @Override
    public String id() {
        return RuleForm.ID;
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return checked(submitted) instanceof RuleChecked.Wrong(var errors) ? errors : Map.of();
    }

    /** Asked twice while Slack waits, so it is read once: all rules and their tests are a good part of its 3 s. */
    private RuleChecked checked(Submitted submitted) {
        Bundle now = bundles.current();
        Last known = last;
        if (known != null && known.submitted() == submitted && known.now() == now) {
            return known.checked();
        }
        RuleChecked checked = RuleEdit.parse(submitted.data())
                .map(form -> RuleChecked.of(form, submitted, now))
                .orElseGet(() -> new RuleChecked.Wrong(Map.of(RuleForm.RULE, "Open the form again from /qm rules.")));
        last = new Last(submitted, now, checked);
        return checked;
    }

    /** The very form that was read last, and the bundle it was read over. */
    private record Last(Submitted submitted, Bundle now, RuleChecked checked) {}

    /** Tests of other files that say otherwise are asked about in the same form, each with what is wrong with it. */
    @Override
    public Optional<String> instead(Submitted submitted) {
        if (!(checked(submitted) instanceof RuleChecked.More(var more))) {
            return Optional.empty();
        }
        RuleEdit form = RuleEdit.parse(submitted.data()).orElseThrow();
        Rulebook book = Rulebook.of(bundles.current().files());
        List<RuleForm.Other> others = new ArrayList<>();
        for (int at = 0; at < form.others().size(); at++) {
            RuleEdit.Place place = form.others().get(at);
            others.add(new RuleForm.Other(
                    "A test of " + place.file(),
                    submitted.value(RuleForm.OTHER + at).orElse("")));
        }
        more.forEach((place, why) -> others.add(new RuleForm.Other(why, text(book, place))));
        List<String> tests = new ArrayList<>();
        for (int at = 0; submitted.values().containsKey(RuleForm.TESTS + at); at++) {
            tests.add(submitted.value(RuleForm.TESTS + at).orElse(""));
        }
        return Optional.of(RuleForm.of(new RuleForm.Shown(
                form.rule(),
                form.with(List.copyOf(more.keySet())).data(),
                submitted.value(RuleForm.RULE).orElse(""),
                tests,
                others,
                form.proposes() ? submitted.value(RuleForm.REASON).orElse("") : null)));
    }

    private static String text(Rulebook book, RuleEdit.Place place) {
        return book.sheet(place.file())
                .map(RuleSheet::tests)
                .filter(tests -> place.test() < tests.size())
                .map(tests -> tests.get(place.test()).text())
                .orElse("");
    }

    @Override
    public void submitted(Submitted submitted) {
        switch (checked(submitted)) {
            case RuleChecked.Fine fine -> tried(submitted, fine);
            // Somebody changed the rules in the second between the form's answer and now.
            case RuleChecked.Wrong(var errors) -> say(submitted, String.join(" ", errors.values()));
            case RuleChecked.More more ->
                say(submitted, "The rules changed while you wrote. Open the form again from `/qm rules`.");
        }
    }

    private void tried(Submitted submitted, RuleChecked.Fine fine) {
        PersonId by = submitted.by().person();
        Trial.Figures figures = trial.of(fine.bundle());
        ChangeCard.Tried tried = new ChangeCard.Tried(figures, people(), visible(by));
        RuleEdit form = RuleEdit.parse(submitted.data()).orElseThrow();
        if (!form.proposes()) {
            outbox.say(new To.Person(by), ChangeCard.tried(form.rule(), difference(fine.bundle()), tried));
            return;
        }
        String reason = submitted.value(RuleForm.REASON).orElse("");
        switch (desk.draft(by, fine.edit(), reason, figures.result().words(), submitted.key())) {
            case ChangeDesk.Answer.Done(var change) -> board.draft(change, tried);
            case ChangeDesk.Answer.Declined(String words) -> say(submitted, words);
            case ChangeDesk.Answer.Stale(var change, String words) -> say(submitted, words);
        }
    }

    private String difference(Bundle with) {
        Map<String, String> now = bundles.current().files();
        Map<String, String> changed = new TreeMap<>(with.files());
        changed.entrySet().removeIf(file -> file.getValue().equals(now.get(file.getKey())));
        return Difference.of(now, changed);
    }

    /** Whose past requests this person may see: their own, their team's as its manager, everybody's as a platform lead. */
    private Predicate<PersonId> visible(PersonId by) {
        People people = people();
        return asker -> new PersonRights(people).mayStop(by, asker)
                || people.teamOf(asker).map(Team::manager).filter(by::equals).isPresent();
    }

    private People people() {
        return bundles.current().people();
    }

    private void say(Submitted submitted, String words) {
        outbox.say(new To.Person(submitted.by().person()), Message.said(words));
    }
}
