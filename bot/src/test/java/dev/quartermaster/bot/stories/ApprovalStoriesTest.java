package dev.quartermaster.bot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens between an ask and a yes, by typing and clicking, in an organisation whose files change meanwhile. The
 * stories that move the clock come last, because it moves for all.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApprovalStoriesTest {
    private static final String REQUEST = "req-[a-z2-7]{10}";

    @TempDir
    static Path home;

    @TempDir
    static Path organisation;

    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        Path sample = Path.of("..", "deploy", "config");
        try (Stream<Path> files = Files.walk(sample)) {
            files.forEach(file -> copy(file, organisation.resolve(sample.relativize(file))));
        }
        office = Office.open(home, organisation);
    }

    @AfterAll
    static void close() {
        if (office != null) office.close();
    }

    @AfterEach
    void nothingWasGivenUpOn() {
        assertThat(office.parked()).isEmpty();
    }

    @Test
    @Order(1)
    void anInternWhoAsksForTooMuchTakesTheSmallerOneThatIsOffered() {
        try (Seat iris = office.seat("iris")) {
            iris.says("/qm launch data-science-experimentation --gpus 4 --duration 3d");
            assertThat(iris.sees("Interns work without GPUs"))
                    .contains("2 days")
                    .contains("Ana Ferreira");
            iris.photographs("100-intern-refused");
            iris.presses("command:0", "Interns work without GPUs");
            assertThat(iris.sees("JupyterLab")).contains("2 days");
            iris.photographs("101-intern-smaller");
        }
    }

    @Test
    @Order(2)
    void whatOnlyTheAskerCouldApproveIsRefusedAtOnceSayingWhomToAsk() {
        edit("data.yaml", "    owner: dan\n    deputy: omar\n    warehouse: main\n    synonyms: [returns", """
                    owner: dan
                    warehouse: main
                    synonyms: [returns\
                """);
        try (Seat dan = office.seat("dan")) {
            office.followsTheFiles();
            dan.says("/qm grant sales.returns read --duration 2w");
            assertThat(dan.sees("nobody but you")).contains("Kim Sato").contains("to name a deputy");
            dan.photographs("102-nobody-else");
        }
    }

    @Test
    @Order(3)
    void whoLosesTheRightBetweenCardAndClickDecidesNothing() {
        try (Seat seat = office.seat("ana")) {
            seat.says("/qm launch ray-cluster --gpus 1 --duration 1h --purpose \"right removed\"");
            String request = first(seat.sees("1 a100 GPU, 1 hour"));
            seat.becomes("kim");
            seat.goesTo("quartermaster");
            seat.sees(request);
            edit("people.yaml", "platform-leads: [omar, pat, kim]", "platform-leads: [omar, pat]");
            office.followsTheFiles();
            seat.presses("approve", request);
            assertThat(seat.sees("not yours to decide")).contains("Omar Haddad or Pat Moreau");
            seat.photographs("103-right-removed");
            seat.becomes("pat");
            seat.goesTo("quartermaster");
            seat.presses("approve", request);
            seat.sees("Pat Moreau approved");
            edit("people.yaml", "platform-leads: [omar, pat]", "platform-leads: [omar, pat, kim]");
            office.followsTheFiles();
        }
    }

    @Test
    @Order(90)
    void aCardLeftAloneRemindsAndLapses() {
        try (Seat seat = office.seat("raj")) {
            seat.says("/qm grant sales.orders read --duration 2w --purpose \"left alone\"");
            String request = first(seat.sees("Read on sales.orders"));
            seat.becomes("dan");
            seat.goesTo("quartermaster");
            seat.sees(request);
            seat.waits(15);
            seat.threadUnder(request);
            seat.seesInThread("Still waiting");
            seat.photographs("190-reminded");
            seat.waits(1440);
            seat.waits(1440);
            seat.waits(1440);
            seat.sees("Lapsed, nobody decided in time");
            seat.photographs("191-lapsed");
            seat.becomes("raj");
            seat.goesTo("quartermaster");
            assertThat(seat.sees("so it lapsed")).contains("Ask again");
            seat.photographs("192-told");
        }
    }

    private static void edit(String file, String before, String after) {
        Path path = organisation.resolve(file);
        try {
            String text = Files.readString(path);
            assertThat(text).contains(before);
            Files.writeString(path, text.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (!Files.isDirectory(from)) Files.copy(from, to);
            else Files.createDirectories(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(String text) {
        Matcher found = Pattern.compile(REQUEST).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
