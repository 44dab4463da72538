package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.rulebook.ChangeDesk;
import dev.quartermaster.actions.rulebook.Difference;
import dev.quartermaster.actions.rulebook.Trial;
import dev.quartermaster.bot.announce.RuleChangeCards;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.rule.ChangeCard;
import dev.quartermaster.bot.card.rule.RuleModal;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
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

/**
 * The form of one rule: checked while it is open, rehearsed on past requests once it is sent in, then shown to its
 * author as a draft.
 */
@Component
class RuleChangeForm implements Form {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.RULE_FORM + ":.*");

    private static final String GONE =
            "That rule is not there any more, or its text does not fit a form. /qm rules shows" + " those there are.";

    private final Bundles bundles;
    private final ChangeDesk desk;
    private final RuleChangeCards board;
    private final Trial trial;
    private final Outbox outbox;
    private final ClickReplies replies;
    private volatile @Nullable Last last;

    RuleChangeForm(
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
        Optional<RuleFormData> form = RuleFormData.parse(clicked.value());
        return Optional.of(form.flatMap(edit -> book.rule(edit.rule()).flatMap(rule -> shown(edit, rule, book)))
                .map(RuleModal::of)
                .orElseGet(() -> RuleModal.none(GONE)));
    }

    @Override
    public void clicked(Clicked clicked) {
        replies.outdated(clicked);
    }

    private static Optional<RuleModal.Shown> shown(RuleFormData edit, RuleText rule, Rulebook book) {
        return book.sheet(rule.file())
                .filter(sheet -> RuleModal.fits(rule, sheet))
                .map(sheet -> new RuleModal.Shown(
                        rule.id(),
                        edit.data(),
                        rule.text(),
                        RuleModal.chunks(sheet),
                        List.of(),
                        edit.proposes() ? "" : null));
    }

    @Override
    public String id() {
        return RuleModal.ID;
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return checked(submitted) instanceof RuleFormCheck.Wrong(var errors) ? errors : Map.of();
    }

    /** Asked twice while Slack waits, so it is read once: all rules and their tests are a good part of its 3 s. */
    private RuleFormCheck checked(Submitted submitted) {
        Bundle now = bundles.current();
        Last known = last;
        if (known != null && known.submitted() == submitted && known.now() == now) {
            return known.checked();
        }
        RuleFormCheck checked = RuleFormData.parse(submitted.data())
                .map(form -> RuleFormCheck.of(form, submitted, now))
                .orElseGet(
                        () -> new RuleFormCheck.Wrong(Map.of(RuleModal.RULE, "Open the form again from /qm rules.")));
        last = new Last(submitted, now, checked);
        return checked;
    }

    /** The very form that was read last, and the bundle it was read over. */
    private record Last(Submitted submitted, Bundle now, RuleFormCheck checked) {}

    /** Tests of other files that say otherwise are asked about in the same form, each with what is wrong with it. */
    @Override
    public Optional<String> instead(Submitted submitted) {
        if (!(checked(submitted) instanceof RuleFormCheck.More(var more))) {
            return Optional.empty();
        }
        RuleFormData form = RuleFormData.parse(submitted.data()).orElseThrow();
        Rulebook book = Rulebook.of(bundles.current().files());
        List<RuleModal.Other> others = new ArrayList<>();
        for (int at = 0; at < form.others().size(); at++) {
            RuleFormData.Place place = form.others().get(at);
            others.add(new RuleModal.Other(
                    "A test of " + place.file(),
                    submitted.value(RuleModal.OTHER + at).orElse("")));
        }
        more.forEach((place, why) -> others.add(new RuleModal.Other(why, text(book, place))));
        List<String> tests = new ArrayList<>();
        for (int at = 0; submitted.values().containsKey(RuleModal.TESTS + at); at++) {
            tests.add(submitted.value(RuleModal.TESTS + at).orElse(""));
        }
        return Optional.of(RuleModal.of(new RuleModal.Shown(
                form.rule(),
                form.with(List.copyOf(more.keySet())).data(),
                submitted.value(RuleModal.RULE).orElse(""),
                tests,
                others,
                form.proposes() ? submitted.value(RuleModal.REASON).orElse("") : null)));
    }

    private static String text(Rulebook book, RuleFormData.Place place) {
        return book.sheet(place.file())
                .map(RuleSheet::tests)
                .filter(tests -> place.test() < tests.size())
                .map(tests -> tests.get(place.test()).text())
                .orElse("");
    }

    @Override
    public void submitted(Submitted submitted) {
        switch (checked(submitted)) {
            case RuleFormCheck.Fine fine -> tried(submitted, fine);
            // Somebody changed the rules in the second between the form's answer and now.
            case RuleFormCheck.Wrong(var errors) -> say(submitted, String.join(" ", errors.values()));
            case RuleFormCheck.More more ->
                say(submitted, "The rules changed while you wrote. Open the form again from `/qm rules`.");
        }
    }

    private void tried(Submitted submitted, RuleFormCheck.Fine fine) {
        PersonId by = submitted.by().person();
        Trial.Figures figures = trial.of(fine.bundle());
        ChangeCard.Tried tried = new ChangeCard.Tried(figures, people(), visible(by));
        RuleFormData form = RuleFormData.parse(submitted.data()).orElseThrow();
        if (!form.proposes()) {
            outbox.say(new Recipient.Person(by), ChangeCard.tried(form.rule(), difference(fine.bundle()), tried));
            return;
        }
        String reason = submitted.value(RuleModal.REASON).orElse("");
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
        outbox.say(new Recipient.Person(submitted.by().person()), Message.said(words));
    }
}
