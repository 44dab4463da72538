package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.PersonRights;

/** Whose money a wish would be charged to, and who may see it. */
public final class ChargedMoney {
    private ChargedMoney() {}

    /** It is charged to the team of whom it is for. */
    public static boolean seenBy(PersonId asker, Judgement judgement, People people) {
        return people.teamOf(Request.grantee(judgement.intent()).orElse(asker))
                .filter(team -> new PersonRights(people).maySeeSpend(asker, team.id()))
                .isPresent();
    }
}
