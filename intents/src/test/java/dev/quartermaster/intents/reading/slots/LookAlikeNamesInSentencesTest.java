package dev.quartermaster.intents.reading.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names in letters that look like, fold to or are added to those of somebody we know never stand for them. */
class LookAlikeNamesInSentencesTest {
    private static final Names NAMES = new Names(Sample.KNOWN);
    private static final Map<String, List<String>> SENTENCES = Map.of(
            "person",
            List.of(
                    "grant %s read on synthetic.customers",
                    "grant @%s read on synthetic.customers for a week",
                    "give read on synthetic.customers to %s please",
                    "let %s read synthetic.customers",
                    "launch a notebook for @%s"),
            "team",
            List.of("what did the %s team spend", "what did team %s spend last month", "spend of #%s"),
            "dataset",
            List.of("grant me read on %s for two weeks", "who owns %s?", "I need write on %s"));

    private static final Map<Character, List<String>> LETTERS = Map.of(
            'k', List.of("\u212a", "\u043a", "\uff4b"),
            's', List.of("\u017f", "\u0455", "\uff53"),
            'i', List.of("\u0130", "\u0131", "\u0456", "\uff49"),
            'a', List.of("\u0430", "\uff41", "\u00aa"),
            'o', List.of("\u043e", "\u03bf", "\u00ba"),
            'e', List.of("\u0435", "\uff45"),
            'r', List.of("\u0433", "\uff52"),
            'm', List.of("\u217f", "\uff4d"));
    private static final List<String> ADDED =
            List.of("\u0301", "\u0327", "\u200b", "\u200d", "\u202e", "\u00ad", "\u0435", "\ud835\udc1a");

    private record Case(String slot, String name, String written, String text) {}

    @Test
    void fiveThousandLookAlikesResolveToNobody() {
        Random random = new Random(25);
        for (int number = 0; number < 5_000; number++) {
            Case each = anyCase(random);
            assertThat(NAMES.find(each.text()))
                    .as("%s", each)
                    .noneMatch(mention -> mention.slot().text().equals(each.slot())
                            && mention.resolved()
                            && !mention.value().equals("mine"));
        }
    }

    @Test
    void whatTheyNameIsAskedAboutAndNeverDoneForTheAskerInstead() {
        Random random = new Random(26);
        List<String> acted = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            Case each = anyCase(random);
            boolean alike =
                    each.written().codePoints().filter(Character::isLetter).count()
                            <= each.name().length();
            if (!each.slot().equals("team")
                    && alike
                    && Readers.read(each.text()) instanceof Reading.Understood understood
                    && understood.from().stream().anyMatch(from -> !from.confirm())) {
                acted.add(each + " -> " + understood.intents());
            }
        }
        assertThat(acted).isEmpty();
    }

    @Test
    void theNamesThemselvesAreStillFound() {
        assertThat(NAMES.find("give Kim, @OMAR and Ferreira's colleague ana@example.com read on Sales.Orders"))
                .filteredOn(Mention::resolved)
                .extracting(Mention::value)
                .contains("kim", "omar", "ana", "sales.orders");
    }

    @Test
    void commandsKnowNobodyByThemEither() {
        for (String command : List.of(
                "-- grant \uff53ales.orders read",
                "-- spend ri\u017fk",
                "-- launch data-science-experimentation --for @\u212aim")) {
            Reading reading = Readers.read(command);
            assertThat(reading).as(command).isNotInstanceOf(Reading.Understood.class);
        }
    }

    private static Case anyCase(Random random) {
        List<String> slots = List.of("person", "team", "dataset");
        String slot = slots.get(random.nextInt(slots.size()));
        List<String> names = switch (slot) {
            case "person" ->
                Sample.KNOWN.people().persons().keySet().stream()
                        .map(PersonId::value)
                        .sorted()
                        .toList();
            case "team" -> List.of("growth", "risk", "commerce", "platform");
            default -> List.of("sales.orders", "customer.accounts", "product.catalogue", "sales.returns");
        };
        String name = names.get(random.nextInt(names.size()));
        String written = changed(name, random);
        List<String> texts = SENTENCES.get(slot);
        return new Case(
                slot, name, written, texts.get(random.nextInt(texts.size())).formatted(written));
    }

    private static String changed(String name, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < name.length(); at++) {
            if (LETTERS.containsKey(name.charAt(at))) {
                places.add(at);
            }
        }
        int kind = random.nextInt(4);
        String added = ADDED.get(random.nextInt(ADDED.size()));
        if (kind == 0 || places.isEmpty()) {
            return name + added;
        }
        if (kind == 1) {
            int at = 1 + random.nextInt(name.length() - 1);
            return name.substring(0, at) + added + name.substring(at);
        }
        int at = places.get(random.nextInt(places.size()));
        List<String> letters = LETTERS.get(name.charAt(at));
        String capital = kind == 2 ? name : name.substring(0, 1).toUpperCase() + name.substring(1);
        return capital.substring(0, at) + letters.get(random.nextInt(letters.size())) + capital.substring(at + 1);
    }
}
