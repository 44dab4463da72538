package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.KnownSlot.Kind;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether something that was done, or would be, is what was wanted. How long, until when and from when are compared by
 * the moments they come to, within a minute; all else as {@link Alike} has it.
 */
public final class RequestMatch {
    /** What stands in no slot where nothing else was said. */
    private static final Map<SlotName, Object> USUAL =
            Map.of(KnownSlot.ACCESS, "read", KnownSlot.COUNT, 1, KnownSlot.GPU_KIND, "a100");

    /** Words of one's own: left out, the same is done all the same. */
    private static final Set<SlotName> SOFT =
            Set.of(KnownSlot.TARGET, KnownSlot.TEAM, KnownSlot.PURPOSE, KnownSlot.NAME, KnownSlot.PROJECT);

    private static final Set<SlotName> TERM = Set.of(KnownSlot.FOR, KnownSlot.UNTIL, KnownSlot.FROM);

    private static final String STORAGE = "storage";

    private final Alike alike;
    private final TermMatch terms;

    public RequestMatch(Instant at, ZoneId zone) {
        this.alike = new Alike(at, zone);
        this.terms = new TermMatch(at, zone);
    }

    /** All that was wanted, and no time, amount or person that was not; how much more of what runs a label may leave open. */
    boolean right(Wanted wanted, Effect effect) {
        return holds(wanted, effect)
                && effect.said().stream()
                        .filter(slot -> !wanted.slots().containsKey(slot))
                        .map(SlotName::of)
                        .noneMatch(slot -> decides(slot)
                                && !(TERM.contains(slot) && timed(wanted))
                                && !stored(slot, wanted)
                                && !SlotMatch.relative(effect.slots().get(slot.text())));
    }

    /** All that was wanted; of what was not named it may have anything. */
    public boolean holds(Wanted wanted, Effect effect) {
        return !contradicts(wanted, effect)
                && wanted.slots().keySet().stream()
                        .map(SlotName::of)
                        .allMatch(slot -> slot == KnownSlot.TARGET
                                || slot == KnownSlot.TEAM
                                || slot == KnownSlot.QUERY
                                || TERM.contains(slot)
                                || value(effect, slot) != null);
    }

    /** Another thing than was wanted: another verb, another value, or the usual one where another was said. */
    public boolean contradicts(Wanted wanted, Effect effect) {
        return !wanted.intent().equals(effect.intent())
                || !terms.same(wanted, effect)
                || wanted.slots().entrySet().stream()
                        .anyMatch(slot -> contradicts(SlotName.of(slot.getKey()), slot.getValue(), effect));
    }

    private boolean contradicts(SlotName slot, Object wanted, Effect effect) {
        var found = value(effect, slot);
        if (TERM.contains(slot) || slot == KnownSlot.QUERY || slot == KnownSlot.TARGET && "last".equals(found)) {
            return false;
        }
        return found == null
                ? !SOFT.contains(slot)
                        && Verb.called(effect.intent()).filter(Verb::changes).isPresent()
                : !alike.same(slot.text(), wanted, found);
    }

    /** Gigabytes are said without saying of what: a bucket's are how much it holds. */
    private static @Nullable Object value(Effect effect, SlotName slot) {
        var other =
                slot == KnownSlot.MEMORY_GB ? STORAGE : slot.text().equals(STORAGE) ? KnownSlot.MEMORY_GB.text() : "";
        var found = effect.slots().getOrDefault(slot.text(), effect.slots().get(other));
        return found == null ? USUAL.get(slot) : found;
    }

    private static boolean timed(Wanted wanted) {
        return List.of(KnownSlot.FOR, KnownSlot.UNTIL).stream()
                .anyMatch(slot -> wanted.slots().containsKey(slot.text()));
    }

    private static boolean stored(SlotName slot, Wanted wanted) {
        return slot == KnownSlot.MEMORY_GB && wanted.slots().containsKey(STORAGE);
    }

    private static boolean decides(SlotName slot) {
        return slot == KnownSlot.GRANTEE
                || slot instanceof KnownSlot known && (known.kind() == Kind.TIME || known.kind() == Kind.AMOUNT);
    }
}
