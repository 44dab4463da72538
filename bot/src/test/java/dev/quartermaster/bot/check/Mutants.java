package dev.quartermaster.bot.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A tree changed at one place at a time: a key taken away, a key too many, something else where a value stands. */
final class Mutants {
    private static final List<Object> INSTEAD = List.of(List.of("zzz"), Map.of("zzz", 1L), -1L, "zzz zzz");

    private Mutants() {}

    static List<Object> of(Object tree) {
        List<Object> mutants = new ArrayList<>();
        collect(tree, changed -> changed, mutants);
        return mutants;
    }

    /** @param whole the file with this in place of what stands here */
    private static void collect(Object here, Function<Object, Object> whole, List<Object> mutants) {
        INSTEAD.stream().filter(each -> !each.equals(here)).map(whole).forEach(mutants::add);
        switch (here) {
            case Map<?, ?> map -> {
                mutants.add(whole.apply(with(map, "zzz", "zzz")));
                map.forEach((key, value) -> {
                    Map<Object, Object> less = new LinkedHashMap<>(map);
                    less.remove(key);
                    mutants.add(whole.apply(less));
                    collect(value, changed -> whole.apply(with(map, key, changed)), mutants);
                });
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    int at = i;
                    collect(
                            list.get(i),
                            changed -> {
                                List<Object> other = new ArrayList<>(list);
                                other.set(at, changed);
                                return whole.apply(other);
                            },
                            mutants);
                }
            }
            default -> {}
        }
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object key, Object value) {
        Map<Object, Object> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
