package dev.quartermaster.actions.presence;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rights of this moment, covers included. */
@Component
public class RightsNow {
    private final Bundles bundles;
    private final Absences absences;

    RightsNow(Bundles bundles, Absences absences) {
        this.bundles = bundles;
        this.absences = absences;
    }

    /** To decide by: people from the source itself. @throws PeopleSource.Broken then nobody decides */
    public Rights read() throws PeopleSource.Broken {
        return of(bundles.read());
    }

    /** To show, and to ask people by; nothing is decided on it. */
    public Rights shown() {
        return of(bundles.current().people());
    }

    /** Those of people who were just read. */
    public Rights of(People people) {
        Catalogue catalogue = bundles.current().catalogue();
        Covering covering = new Covering(people, catalogue);
        Map<PersonId, PersonId> covers = new HashMap<>();
        for (Absence absence : absences.now()) {
            PersonId cover = absence.cover();
            if (cover != null && covering.against(absence.person(), cover).isEmpty()) {
                covers.put(absence.person(), cover);
            }
        }
        return new Rights(people, catalogue, covers);
    }
}
