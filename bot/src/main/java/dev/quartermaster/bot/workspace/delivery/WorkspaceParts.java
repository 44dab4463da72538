package dev.quartermaster.bot.workspace.delivery;

import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.Journal;
import dev.quartermaster.bot.workspace.state.LiveUpdates;
import dev.quartermaster.bot.workspace.state.Timestamps;
import dev.quartermaster.bot.workspace.state.Triggers;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings;
import dev.quartermaster.bot.workspace.state.WorkspaceViews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the Web API and the page share: who there is, what was said and is open, and the way to the bot. */
public record WorkspaceParts(
        JsonMapper json,
        WorkspacePeople people,
        Timestamps timestamps,
        Journal journal,
        LiveUpdates live,
        Conversations conversations,
        WorkspaceViews views,
        Triggers triggers,
        Payloads payloads,
        Deliveries deliveries) {
    public static WorkspaceParts of(WorkspaceSettings settings, InstantSource clock, List<Duration> retries) {
        JsonMapper json = JsonMapper.builder().build();
        WorkspacePeople people = new WorkspacePeople(settings.accounts());
        Timestamps timestamps = new Timestamps(clock);
        Journal journal = new Journal(settings.folder(), json);
        LiveUpdates live = new LiveUpdates();
        return new WorkspaceParts(
                json,
                people,
                timestamps,
                journal,
                live,
                new Conversations(people, settings.channels(), timestamps, journal, live),
                new WorkspaceViews(journal, live),
                new Triggers(clock),
                new Payloads(people, clock),
                new Deliveries(settings.eventsUrl(), settings.signingSecret(), clock, retries));
    }

    public void restore() {
        journal.start(
                line -> {
                    conversations.restore(line);
                    views.restore(line);
                },
                () -> Stream.concat(conversations.kept().stream(), views.kept().stream())
                        .toList());
    }
}
