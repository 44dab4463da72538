package dev.quartermaster.actions.bundle;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.PartTypes;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The kinds of parts that this program can make: every {@link PartType} in a provider's folder. Found by class and not as
 * beans, because files are also checked where nothing can be provided, and providers want the files that are in force.
 */
public final class PartTypeScan {
    /** Where a provider's folder is; a name, because this room knows no provider. */
    private static final String FOLDER = "dev.quartermaster.actions.provider";

    private PartTypeScan() {}

    public static PartTypes found() {
        return Found.TYPES;
    }

    /** Looked for once a process: classes don't come and go. */
    private static final class Found {
        static final PartTypes TYPES = scanned();

        private static PartTypes scanned() {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AssignableTypeFilter(PartType.class));
            return new PartTypes(scanner.findCandidateComponents(FOLDER).stream()
                    .map(each -> ClassUtils.resolveClassName(each.getBeanClassName(), PartType.class.getClassLoader()))
                    .map(each -> (PartType) BeanUtils.instantiateClass(each))
                    .toList());
        }
    }
}
