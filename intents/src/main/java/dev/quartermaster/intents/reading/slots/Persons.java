package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** People, service accounts and the ids of what somebody has or asked for; immutable. */
final class Persons {

    private static final Pattern MENTION = Pattern.compile(
            "<@([uw][a-z0-9]+)(?:\\|[^>]*)?>|(?<![\\p{L}\\p{M}\\p{N}_.])@([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\p{Cf}_.-]{0,62}[\\p{L}\\p{M}\\p{N}\\p{Cf}_]|[\\p{L}\\p{N}])(?![\\p{L}\\p{N}_])");
    private static final Pattern SERVICE = Pattern.compile(
            "(?<![\\w.@/-])((?:svc|sa|srv)[-_.][\\w.-]{1,60}\\w|[a-z0-9]{1,40}(?:[-_][a-z0-9]{1,40}){0,5}[-_](?:svc|sa|bot|service|serviceaccount|robot))(?![\\w@/-])"
                    + "|\\b(?:service|svc) (?:account|user|principal|acct)(?: called| named| id)? [`\"']?([a-z][\\w.-]{1,60}\\w)"
                    + "|(?<![\\w-])([a-z][\\w-]{1,60}) service (?:account|principal|user)\\b");
    private static final Pattern ID = Pattern.compile(
            "(?<![\\w-])((?:req|lease|env)-[a-z0-9][a-z0-9-]*)|(?<!\\w)(?:request|req|lease|env|environment|ticket|ask)(?: number| no\\.?| id)? ?#?(\\d{1,12})(?![\\w.])");
    private static final Pattern KEPT = Pattern.compile(
            "(?:\\bnot|\\bkeep|\\bexcept(?: for)?|\\bbut not|\\bleave|\\bwithout|\\bother than|\\band not|\\bdon['’]?t (?:touch|stop|kill))(?: the| my)? $");

    /** Who wrote it, at its end: {@code Thanks, Mia}. */
    private static final Pattern SIGNED = Pattern.compile(
            "\\b(?:ta|thanks|thx|thank you|cheers|regards|rgds|best|br|sincerely|wishes|yours)[\\s,!.–—-]{1,4}$");

    /** "Mr Patel", "Dr. Novak": a surname, of somebody we know or not; not what is theirs, "Dr Huber's trial". */
    private static final Pattern TITLED = Pattern.compile(
            "\\b(?:mr|mrs|ms|miss|dr|prof|professor)\\.? ((?!(?:who|no)\\b)\\p{L}[\\p{L}-]{1,30})(?!['’]s\\b|[\\p{L}])");

    private static final Pattern REST = Pattern.compile("(?: \\p{L}{2,20})?\\W{0,6}");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> surnames = new HashMap<>();
    private final LookAlikes lookAlikes;

    /** Names that more than one person goes by: who is meant is asked, never drawn. */
    private final Set<String> several = new HashSet<>();

    Persons(People people) {
        var persons = people.persons().values();
        persons.forEach(person -> person.emails().forEach(email -> named(email, person)));
        persons.forEach(person -> named(person.name(), person));
        persons.forEach(person -> named(person.name().split(" ")[0], person));
        persons.forEach(person -> surnames.merge(
                CaseFolding.lower(person.name()).replaceFirst(".* ", ""),
                person.id().value(),
                (one, other) -> ""));
        names.keySet().removeAll(several);
        // Ids are nobody else's, whatever others are called.
        persons.forEach(person -> names.put(person.id().value(), person.id().value()));
        several.removeAll(names.keySet());
        lookAlikes = new LookAlikes(names.keySet());
    }

    private void named(String name, Person person) {
        var lower = CaseFolding.lower(name);
        var before = names.putIfAbsent(lower, person.id().value());
        if (before != null && !before.equals(person.id().value())) {
            several.add(lower);
        }
    }

    boolean known(String name) {
        return names.containsKey(name);
    }

    List<Mention> find(String text, String lower) {
        var found = new ArrayList<Mention>();
        ids(text, lower, found);
        services(text, lower, found);
        people(text, lower, found);
        return found;
    }

    private static void ids(String text, String lower, List<Mention> found) {
        var match = ID.matcher(lower);
        while (match.find()) {
            var before = lower.substring(Math.max(0, match.start() - 24), match.start());
            if (!KEPT.matcher(before).find()) {
                var id = match.group(1) != null ? match.group(1) : match.group(2);
                found.add(mention(KnownSlot.TARGET, id, text, match.start(), match.end(), true));
            }
        }
    }

    private static void services(String text, String lower, List<Mention> found) {
        var match = SERVICE.matcher(lower);
        while (match.find()) {
            for (var group = 1; group <= 3; group++) {
                var name = match.group(group);
                if (name != null && !Stops.SERVICE.contains(name)) {
                    var written = text.substring(match.start(group), match.end(group));
                    found.add(mention(KnownSlot.SERVICE, written, text, match.start(group), match.end(group), false));
                }
            }
        }
    }

    private void people(String text, String lower, List<Mention> found) {
        var match = MENTION.matcher(lower);
        while (match.find()) {
            if (match.group(1) != null) {
                var id = match.group(1).toUpperCase(Locale.ROOT);
                found.add(mention(KnownSlot.PERSON, id, text, match.start(), match.end(), false));
            } else {
                var id = names.get(match.group(2));
                var name = id == null ? match.group(2) : id;
                found.add(mention(KnownSlot.PERSON, name, text, match.start(), match.end(), id != null));
            }
        }
        titled(text, lower, found);
        var word = Phrases.WORD.matcher(lower);
        while (word.find()) {
            var at = word.start();
            if (found.stream()
                    .anyMatch(mention -> mention.words().start() <= at
                            && at < mention.words().end())) {
                continue;
            }
            var bare = Phrases.bare(word.group());
            var id = names.get(bare);
            var inMark = word.start() > 0 && "@<|".indexOf(lower.charAt(word.start() - 1)) >= 0;
            var signs = SIGNED.matcher(lower.substring(0, word.start())).find()
                    && REST.matcher(lower.substring(word.end())).matches();
            if (signs) {
                continue;
            }
            if ((id != null || several.contains(bare)) && !inMark) {
                var who = id == null ? bare : id;
                found.add(mention(KnownSlot.PERSON, who, text, word.start(), word.start() + bare.length(), id != null));
            } else if (!inMark) {
                lookAlikes
                        .at(text, word.start(), word.start() + bare.length())
                        .filter(words ->
                                found.isEmpty() || found.getLast().words().end() <= words.start())
                        .ifPresent(words -> found.add(new Mention(KnownSlot.PERSON, words.text(), words, false)));
            }
        }
        found.sort(Comparator.comparingInt(mention -> mention.words().start()));
    }

    private void titled(String text, String lower, List<Mention> found) {
        var match = TITLED.matcher(lower);
        while (match.find()) {
            var id = surnames.getOrDefault(match.group(1), "");
            var who = id.isEmpty() ? text.substring(match.start(1), match.end(1)) : id;
            found.add(mention(KnownSlot.PERSON, who, text, match.start(), match.end(), !id.isEmpty()));
        }
    }

    static Mention mention(KnownSlot slot, Object value, String text, int start, int end, boolean resolved) {
        return new Mention(slot, value, new Words(text.substring(start, end), start, end), resolved);
    }
}
