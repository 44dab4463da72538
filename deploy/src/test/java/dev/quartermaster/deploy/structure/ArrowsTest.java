package dev.quartermaster.deploy.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrows run one way: bot to actions to intents to prompts, and inside a module neither two rooms nor two folders need each other. */
class ArrowsTest {
    private static final String ENTITY = "jakarta.persistence.Entity";
    /** Types in a folder; above it there is a seam to look for. */
    private static final long MOST = 25;

    /** To be taken apart when the reader is built anew. */
    private static final String READING = "dev.quartermaster.intents.reading";

    private static final JavaClasses CODE = new ClassFileImporter().importPaths(Sources.classes());

    @Test
    void modulesKnowOnlyWhatIsBelowThem() {
        above("prompts", "intents", "actions", "bot");
        above("intents", "actions", "bot");
        above("actions", "bot");
    }

    @Test
    void theLanguageAndTheLawArePure() {
        noClasses()
                .that()
                .resideInAPackage("dev.quartermaster.intents..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "java.sql..",
                        "io.fabric8..",
                        "com.slack..",
                        "java.net.http..")
                .check(CODE);
    }

    @Test
    void onlyTheEdgeKnowsSlackAndOnlyTheClusterKnowsKubernetes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.quartermaster.bot..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.slack..")
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.quartermaster.actions.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(CODE);
    }

    /** Ours is Jackson 3; Slack's library speaks Gson, and the cluster's client Jackson 2. */
    @Test
    void otherJsonLibrariesStayWithWhomTheyServe() {
        noClasses()
                .that()
                .resideInAPackage("dev.quartermaster..")
                .and()
                .resideOutsideOfPackage("dev.quartermaster.bot.slack..")
                .and()
                .doNotHaveFullyQualifiedName("dev.quartermaster.bot.card.Blocks")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.gson..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("dev.quartermaster..")
                .and()
                .resideOutsideOfPackage("dev.quartermaster.actions.cluster.simulated..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(CODE);
    }

    @Test
    void rowsAndTheirRepositoriesNeverLeaveTheirModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.quartermaster.actions..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.quartermaster.actions..")
                        .and(simpleNameEndingWith("Row").or(simpleNameEndingWith("Repository"))))
                .check(CODE);
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .and()
                .resideInAPackage("dev.quartermaster..")
                .and()
                .resideOutsideOfPackage("dev.quartermaster.actions..")
                .should()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void whatIsKeptByJpaIsCalledSo() {
        classes()
                .that()
                .areAnnotatedWith(ENTITY)
                .should()
                .haveSimpleNameEndingWith("Row")
                .check(CODE);
        classes()
                .that()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .should()
                .haveSimpleNameEndingWith("Repository")
                .andShould()
                .beInterfaces()
                .check(CODE);
    }

    @Test
    void statementsOutsideRepositoriesStandInQueries() {
        classes()
                .that()
                .resideInAPackage("dev.quartermaster.actions..")
                .and()
                .resideOutsideOfPackage("dev.quartermaster.actions.provider..")
                .and(dependOn("org.springframework.jdbc.core.simple.JdbcClient"))
                .should()
                .haveSimpleNameEndingWith("Queries")
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> dependOn(String type) {
        return DescribedPredicate.describe(
                "use " + type,
                each -> each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getName().equals(type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intents", "actions", "bot"})
    void roomsOfAModuleDoNotNeedEachOtherInACircle(String module) {
        slices().matching("dev.quartermaster." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts", "intents", "actions", "bot"})
    void foldersOfAModuleDoNotNeedEachOtherInACircle(String module) {
        slices().assignedFrom(new Folders("dev.quartermaster." + module))
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void noFolderHoldsMoreThanCanBeSeenAtOnce() {
        Map<String, Long> sizes = CODE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(sizes).hasSizeGreaterThan(50);
        assertThat(sizes.entrySet().stream()
                        .filter(folder -> folder.getValue() > MOST)
                        .filter(folder -> !(folder.getKey() + ".").startsWith(READING + ".")))
                .isEmpty();
    }

    /** Each package by itself, those below it not counted to it; reading is one until it is taken apart. */
    private record Folders(String module) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String folder = type.getPackageName();
            if (!(folder + ".").startsWith(module + ".")) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of((folder + ".").startsWith(READING + ".") ? READING : folder);
        }

        @Override
        public String getDescription() {
            return "folders of " + module;
        }
    }

    private static void above(String lower, String... upper) {
        List<String> packages = List.of(upper).stream()
                .map(each -> "dev.quartermaster." + each + "..")
                .toList();
        noClasses()
                .that()
                .resideInAPackage("dev.quartermaster." + lower + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .check(CODE);
    }
}
