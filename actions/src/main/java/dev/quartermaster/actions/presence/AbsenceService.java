package dev.quartermaster.actions.presence;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Absences as people say them. */
@Component
class AbsenceService implements Absences {
    /** Later is a slip, and rights handed over for longer should be somebody's real ones. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final AbsenceRepository absences;
    private final Bundles bundles;
    private final Audit audit;
    private final DatabaseTime time;

    AbsenceService(AbsenceRepository absences, Bundles bundles, Audit audit, DatabaseTime time) {
        this.absences = absences;
        this.bundles = bundles;
        this.audit = audit;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer away(PersonId person, Instant until, @Nullable PersonId cover) {
        Instant now = time.now();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            return new Answer.Declined("Say when you are back, within a year, as in `/qm away until Monday`.");
        }
        Optional<String> against = cover == null ? Optional.empty() : against(person, cover);
        if (against.isPresent()) {
            return new Answer.Declined(against.get());
        }
        absences.put(person.value(), cover == null ? null : cover.value(), until);
        audit.record(
                "system",
                person,
                "away",
                Map.of("until", until.toString(), "cover", cover == null ? "" : cover.value()));
        return new Answer.Noted(new Absence(person, cover, until));
    }

    private Optional<String> against(PersonId person, PersonId cover) {
        var covering =
                new Covering(bundles.current().people(), bundles.current().catalogue());
        return covering.against(person, cover)
                .or(() -> of(cover).map(absence -> "They are away themselves. Name another colleague."));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Absence> back(PersonId person) {
        Optional<Absence> ended = of(person);
        absences.delete(person.value());
        ended.ifPresent(absence -> audit.record("system", person, "back", Map.of()));
        return ended;
    }

    @Override
    public Optional<Absence> of(PersonId person) {
        return absences.of(person.value()).map(AbsenceRow::absence);
    }

    @Override
    public List<Absence> now() {
        return absences.now().stream().map(AbsenceRow::absence).toList();
    }
}
