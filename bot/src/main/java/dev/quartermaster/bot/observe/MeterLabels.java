package dev.quartermaster.bot.observe;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whoever may read metrics learns nothing about anybody: our own carry only labels that are named here, whatever some code
 * adds, and a disk's path, which may be somebody's home, is left out.
 */
@Configuration(proxyBeanMethods = false)
class MeterLabels {
    private static final String OURS = "quartermaster.";
    /** The values of each are few, whatever people do: kinds of parts, golden paths, words of ours. */
    private static final Set<String> ALLOWED =
            Set.of("by", "call", "direction", "error", "outcome", "path", "provider", "result", "verdict");

    @Bean
    static MeterFilter noPeopleInLabels() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.replaceTags(id.getTags().stream()
                        .filter(tag -> allowed(id.getName(), tag))
                        .toList());
            }
        };
    }

    private static boolean allowed(String meter, Tag tag) {
        return meter.startsWith(OURS)
                ? ALLOWED.contains(tag.getKey())
                : !tag.getKey().equals("path");
    }
}
