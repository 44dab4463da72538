package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose things a sentence speaks of, where it says so: "what does iris have", "Iris's notebook", "everything iris has". */
public final class NamedPerson {
    private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,40}?";
    private static final String NAME = "@?(" + WORD + "(?: " + WORD + ")??)";
    private static final Pattern ASKED = Pattern.compile("(?<![\\p{L}\\p{N}])(?:does|did|has|of|about) " + NAME
            + "(?= (?:have|has|own|run|use|get|got|still|currently|now)(?![\\p{L}\\p{N}])|[^\\p{L}\\p{M}\\p{N}]*$)");
    private static final Pattern POSSESSIVE = Pattern.compile("(?:^|[ (])" + NAME + "['’]s(?![\\p{L}\\p{N}])");
    private static final Pattern ALL_OF = Pattern.compile("(?:everything|all|whatever|what|anything) " + NAME
            + " (?:has|owns|runs|got|is running|is using)(?![\\p{L}\\p{N}])");
    private static final Pattern OWN = Pattern.compile("(?<![\\p{L}\\p{N}])(?:my|mine|our|ours)(?![\\p{L}\\p{N}])");

    private NamedPerson() {}

    /** Of whom something is to be told; somebody else than the asker, empty where nobody is named or more than one is meant. */
    public static Optional<PersonId> askedAbout(String words, People people, PersonId asker) {
        return first(List.of(ASKED, POSSESSIVE, ALL_OF), words, people, asker);
    }

    /** Whose thing is to be done something with: only where it is said of the thing itself, and it is not said to be one's own. */
    static Optional<PersonId> owner(String words, People people, PersonId asker) {
        return OWN.matcher(CaseFolding.lower(words)).find()
                ? Optional.empty()
                : first(List.of(POSSESSIVE, ALL_OF), words, people, asker);
    }

    private static Optional<PersonId> first(List<Pattern> patterns, String words, People people, PersonId asker) {
        String said = CaseFolding.lower(words);
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(said).results())
                .flatMap(match -> person(match.group(1), people).stream())
                .filter(person -> !person.equals(asker))
                .findFirst();
    }

    /** @param name one word or two, of which the first may be no name: "stop iris" */
    private static Optional<PersonId> person(String name, People people) {
        Optional<PersonId> whole = called(name, people);
        return whole.isPresent() ? whole : called(name.substring(name.indexOf(' ') + 1), people);
    }

    private static Optional<PersonId> called(String name, People people) {
        Optional<PersonId> byId = people.persons().keySet().stream()
                .filter(id -> id.value().equals(name))
                .findFirst();
        List<PersonId> called = people.called(name);
        return byId.or(() -> called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty());
    }
}
