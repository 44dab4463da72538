package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.actions.provider.FolderSize;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many bytes stand in each bucket's folder. Counted up as they are written, and measured anew when that seems too much,
 * because deleting and writing over free some. What is being written just then is not in the measure.
 */
final class SpaceUsed {
    private final Map<Path, Long> counted = new ConcurrentHashMap<>();

    Folder of(Path place) {
        return new Folder(this, place);
    }

    record Folder(SpaceUsed all, Path place) {
        /** @return false: there is no room for so much, and nothing was taken */
        boolean take(long bytes, long limit) {
            boolean[] fits = {true};
            all.counted.compute(place, (each, before) -> {
                long used = before == null ? FolderSize.of(place) : before;
                if (used + bytes > limit) {
                    used = FolderSize.of(place);
                }
                fits[0] = used + bytes <= limit;
                return fits[0] ? used + bytes : used;
            });
            return fits[0];
        }
    }
}
