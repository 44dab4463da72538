package dev.quartermaster.actions.why;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.policy.Rights;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read the reasons of a request, and who of them the team's money. Judged on the people in force. */
@Component
class Readership {
    private final Bundles bundles;
    private final RightsNow now;

    Readership(Bundles bundles, RightsNow now) {
        this.now = now;
        this.bundles = bundles;
    }

    boolean maySee(Request request, PersonId viewer) {
        People people = bundles.current().people();
        Rights rights = now.shown();
        boolean manages = people.team(request.team())
                .or(() -> people.teamOf(request.by()))
                .map(Team::manager)
                .filter(viewer::equals)
                .isPresent();
        return viewer.equals(request.by())
                || manages
                || people.isPlatformLead(viewer)
                || request.clicks().stream().anyMatch(click -> click.by().equals(viewer))
                || request.stages().stream()
                        .anyMatch(stage ->
                                rights.of(stage.deciders(), request.by()).contains(viewer));
    }

    /** The team's members, platform leads, and who decides over its budget. */
    boolean maySeeMoney(Request request, PersonId viewer) {
        People people = bundles.current().people();
        Rights rights = now.shown();
        return new PersonRights(people).maySeeSpend(viewer, request.team())
                || Optional.of(request.team())
                        .map(Deciders.OwnerOfBudget::new)
                        .filter(budget -> rights.of(budget, request.by()).contains(viewer))
                        .isPresent();
    }
}
