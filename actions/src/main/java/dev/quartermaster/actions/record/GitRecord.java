package dev.quartermaster.actions.record;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Person;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings the record up to what the database says. How far it is stands in the record itself, so one that was deleted, or
 * a new remote, is written anew. Nothing waits for it: what cannot be written or pushed is tried again.
 */
@Component
class GitRecord {
    private static final Logger LOG = LoggerFactory.getLogger(GitRecord.class);
    /** A pass; what is left is the next one's. */
    private static final int MOST = 200;

    /** How far back a decision may come: a waiting request lapses long before. */
    private static final Duration BACK = Duration.ofDays(100);

    private final Path folder;
    private final @Nullable URIish remote;
    private final EntryQueries entries;
    private final Bundles bundles;
    private final DatabaseTime time;
    private boolean begun;

    /** @param url of a git remote; blank: the folder is the record */
    GitRecord(
            @Value("${quartermaster.home:.quartermaster}/record.git") Path folder,
            @Value("${QUARTERMASTER_RECORD_URL:}") String url,
            EntryQueries entries,
            Bundles bundles,
            DatabaseTime time)
            throws URISyntaxException {
        this.folder = folder.toAbsolutePath().normalize();
        this.remote = url.isBlank() ? null : new URIish(url.strip());
        this.entries = entries;
        this.bundles = bundles;
        this.time = time;
    }

    /** One pass. @return whether the record has everything and everybody can see it */
    synchronized boolean catchUp() {
        try (RecordRepository repository = RecordRepository.at(folder, remote)) {
            repository.fetch();
            List<String> keys = repository.keys(Integer.MAX_VALUE);
            boolean more = configuration(repository, keys);
            more |= decisions(repository, new HashSet<>(keys));
            return repository.push() && !more;
        } catch (IOException | GitAPIException | RuntimeException trouble) {
            // Never with its cause's text alone: a remote's address may be in it, its password never is.
            LOG.warn("The git record is behind and will be tried again: {}", trouble.toString());
            return false;
        }
    }

    private boolean configuration(RecordRepository repository, List<String> keys) throws IOException {
        long after = keys.stream()
                .filter(key -> key.matches("system-[0-9]{1,18}"))
                .map(key -> Long.parseLong(key.substring("system-".length())))
                .findFirst()
                .orElse(0L);
        List<Entry> fresh = entries.configuration(after, MOST);
        for (Entry entry : fresh) {
            if (says(repository, entry)) {
                write(repository, entry);
            }
        }
        return fresh.size() == MOST;
    }

    /** A change of rules comes into force as a configuration of its own, which then says nothing new. */
    private static boolean says(RecordRepository repository, Entry entry) throws IOException {
        for (var file : entry.files().entrySet()) {
            if (!repository.text(file.getKey()).equals(Optional.of(file.getValue()))) {
                return true;
            }
        }
        return false;
    }

    private boolean decisions(RecordRepository repository, Set<String> keys) throws IOException {
        Instant from = begun ? time.now().minus(BACK) : Instant.EPOCH;
        int written = 0;
        for (RequestId id : entries.decided(from)) {
            if (keys.contains(id.value())) {
                continue;
            }
            if (++written > MOST) {
                return true;
            }
            Optional<Entry> entry = entries.decision(id);
            if (entry.isPresent()) {
                write(repository, entry.get());
            }
        }
        begun = true;
        return false;
    }

    private void write(RecordRepository repository, Entry entry) throws IOException {
        Optional<Person> author = bundles.current().people().persons().values().stream()
                .filter(person -> person.id().value().equals(entry.author()))
                .findFirst();
        String name = entry.author().isEmpty() ? "Quartermaster" : entry.author();
        repository.commit(
                entry,
                author.map(Person::name).orElse(name),
                author.map(person -> person.emails().getFirst()).orElse(name.toLowerCase(Locale.ROOT) + "@localhost"));
    }
}
