package dev.quartermaster.bot.talk;

import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose things a sentence speaks of, where it says so: "what does iris have", "Iris's notebook", "everything iris has". */
final class NamedPerson {
    private static final String NAME = "@?([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,40}?)";
    private static final List<Pattern> WHOSE = Stream.of(
                    "\\b(?:does|did|has|of|about) " + NAME
                            + "(?= (?:have|has|own|run|use|get|got|still|currently|now)\\b|\\W*$)",
                    "(?:^|[ (])" + NAME + "(?:['’]s\\b| (?:has|owns|runs|is running|is using|got)\\b)")
            .map(Pattern::compile)
            .toList();

    private NamedPerson() {}

    /** Somebody else than the asker; empty where nobody is named, or more than one goes by that name. */
    static Optional<PersonId> in(String words, People people, PersonId asker) {
        String said = CaseFolding.lower(words);
        return WHOSE.stream()
                .flatMap(pattern -> pattern.matcher(said).results())
                .flatMap(match -> person(match.group(1), people).stream())
                .filter(person -> !person.equals(asker))
                .findFirst();
    }

    private static Optional<PersonId> person(String name, People people) {
        Optional<PersonId> byId = people.persons().keySet().stream()
                .filter(id -> id.value().equals(name))
                .findFirst();
        List<PersonId> called = people.called(name);
        return byId.or(() -> called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty());
    }
}
