package dev.quartermaster.bot.slack.outbox;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import dev.quartermaster.bot.slack.outbox.AddressResolver.Spot;
import dev.quartermaster.bot.slack.outbox.OutboxFileQueries.StoredFile;
import dev.quartermaster.bot.slack.outbox.SendOutcome.Sent;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.WebApiAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shares the files of one outbox message in Slack's three steps: asked where to, put there, shared. Under which ids
 * Slack has them is noted before they are shared, so that a crash in between is looked up in the conversation. Where
 * Slack takes no files, or five tries do not reach it, the message that says so goes out instead. Source: Slack,
 * "Working with files".
 */
@Component
final class FileCalls {
    private static final int MOST_TRIES = 5;
    private static final String NO_PLACE = "no_place_to_upload_to";

    private final SlackWebClient web;
    private final OutboxFileQueries repository;
    private final AddressResolver addresses;

    FileCalls(SlackWebClient web, OutboxFileQueries repository, AddressResolver addresses) {
        this.web = web;
        this.repository = repository;
        this.addresses = addresses;
    }

    /** @param instead posts what is said where the files cannot be shared */
    SendOutcome share(OutboxMessage outgoing, Spot spot, Supplier<SendOutcome> instead) {
        List<StoredFile> files = repository.of(outgoing.id());
        Set<String> known =
                files.stream().map(StoredFile::slackId).filter(id -> id != null).collect(Collectors.toSet());
        if (outgoing.doubtful()) {
            Optional<Sent> standing = addresses.findShared(spot, outgoing, known);
            if (standing.isPresent()) return standing.get();
        }
        if (outgoing.tries() > MOST_TRIES) return without(instead, "out_of_reach");
        List<FileDetails> details = new ArrayList<>();
        for (StoredFile file : files) {
            Step<String> uploaded = file.slackId() == null ? upload(outgoing, file) : new Step<>(file.slackId(), null);
            if (uploaded.trouble() != null) return told(uploaded.trouble(), instead);
            details.add(FileDetails.builder()
                    .id(uploaded.done())
                    .title(file.file().title())
                    .build());
        }
        var answered = web.call(slack -> slack.filesCompleteUploadExternal(
                ask -> ask.files(details).channelId(spot.channel()).threadTs(spot.thread())));
        Step<FilesCompleteUploadExternalResponse> shared = step(answered);
        return shared.trouble() == null
                ? new Sent(spot.channel(), "", spot.thread(), null)
                : told(shared.trouble(), instead);
    }

    private Step<String> upload(OutboxMessage outgoing, StoredFile stored) {
        OutboxFile file = stored.file();
        var answered = web.call(slack -> slack.filesGetUploadURLExternal(ask -> ask.filename(file.name())
                .length(file.content().length)
                .altTxt(file.alt().isEmpty() ? null : file.alt())));
        Step<FilesGetUploadURLExternalResponse> place = step(answered);
        if (place.trouble() != null) return new Step<>(null, place.trouble());
        @Nullable String url = place.done() == null ? null : place.done().getUploadUrl();
        @Nullable String id = place.done() == null ? null : place.done().getFileId();
        if (url == null || id == null) return new Step<>(null, new SendOutcome.Refused(NO_PLACE));
        Optional<WebApiAnswer<Void>> trouble = web.upload(url, file.content());
        if (trouble.isPresent()) return new Step<>(null, step(trouble.get()).trouble());
        repository.uploaded(outgoing.id(), stored.number(), id);
        return new Step<>(id, null);
    }

    /** Refused is final, and then it is said; the rest is tried again, and counted. */
    private static SendOutcome told(SendOutcome trouble, Supplier<SendOutcome> instead) {
        return trouble instanceof SendOutcome.Refused(String error) ? without(instead, error) : trouble;
    }

    private static SendOutcome without(Supplier<SendOutcome> instead, String error) {
        SendOutcome said = instead.get();
        return said instanceof Sent sent ? new Sent(sent.channel(), sent.ts(), sent.thread(), error) : said;
    }

    /** One of the steps: done, or what became of it. */
    private record Step<T>(@Nullable T done, @Nullable SendOutcome trouble) {}

    private static <T> Step<T> step(WebApiAnswer<T> answered) {
        return switch (answered) {
            case WebApiAnswer.Fine<T>(T answer) -> new Step<>(answer, null);
            case WebApiAnswer.Limited<T>(var after) -> new Step<>(null, new SendOutcome.Limited(after, null));
            case WebApiAnswer.Unreachable<T>(String why) ->
                new Step<>(null, new SendOutcome.Unreachable(why, true, null));
            case WebApiAnswer.Refused<T>(String error) -> new Step<>(null, new SendOutcome.Refused(error));
        };
    }
}
