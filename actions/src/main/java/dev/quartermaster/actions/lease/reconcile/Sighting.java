package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.Lease.PartState;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Provider.Wanted;

/** What people see of a part. @param ref empty: as it was */
record Sighting(Progress state, String ref, String words) {
    /** As the row has it from the last look. */
    static Sighting of(PartRow part) {
        PartState seen = part.view();
        return new Sighting(seen.state(), seen.ref(), seen.words());
    }

    static Sighting of(PartRow part, Observed seen, Wanted wanted) {
        boolean going = wanted == Wanted.GONE;
        Progress between = going ? Progress.ENDING : Progress.MAKING;
        return switch (seen) {
            case Observed.Ready ready -> new Sighting(going ? between : Progress.READY, ready.ref(), ready.words());
            case Observed.Done done -> new Sighting(going ? between : Progress.READY, done.ref(), "done");
            case Observed.Absent absent -> new Sighting(going ? Progress.GONE : Progress.WANTED, "", "");
            case Observed.Making making -> new Sighting(between, making.ref(), making.words());
            case Observed.Failed failed -> new Sighting(going ? between : Progress.FAILED, "", failed.words());
            case Observed.Stopped stopped -> new Sighting(between, stopped.ref(), "stopped");
            case Observed.Ending ending -> new Sighting(between, "", ending.words());
            // What cannot be seen is as it was, as far as anybody knows.
            case Observed.Unreachable away -> new Sighting(part.state(), "", "waiting for " + away.words());
            case Observed.Broken broken -> new Sighting(going ? between : Progress.FAILED, "", broken.words());
        };
    }

    /** Whether it says nothing new. */
    boolean in(Sighting before) {
        return over(before).equals(before);
    }

    /** This, with the reference of before where it names none. */
    Sighting over(Sighting before) {
        return ref.isEmpty() ? new Sighting(state, before.ref, words) : this;
    }
}
