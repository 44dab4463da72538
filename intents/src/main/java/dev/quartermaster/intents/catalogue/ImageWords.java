package dev.quartermaster.intents.catalogue;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two people mean the same by an image: the same tools, in whatever order and however joined. */
final class ImageWords {
    private static final Set<String> JOINTS = Set.of("and", "with", "plus", "the", "an", "a", "kernel", "kernels", "");

    private ImageWords() {}

    static boolean same(String option, String words) {
        return tools(option).equals(tools(words));
    }

    private static Set<String> tools(String words) {
        return Stream.of(words.toLowerCase(Locale.ROOT).split("[\\s,&+/]+"))
                .filter(word -> !JOINTS.contains(word))
                .collect(Collectors.toUnmodifiableSet());
    }
}
