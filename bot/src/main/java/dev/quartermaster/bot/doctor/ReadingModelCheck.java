package dev.quartermaster.bot.doctor;

import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.bot.model.ModelSettings;
import dev.quartermaster.intents.config.Bundle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the model that reads sentences answers to our key. It is asked which models there are, which costs nothing. */
final class ReadingModelCheck implements SetupCheck {
    private static final String SUBJECT = "Language model for reading";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<ModelSettings> settings;

    ReadingModelCheck(Optional<ModelSettings> settings) {
        this.settings = settings;
    }

    @Override
    public Checkup look(Bundle bundle) {
        return settings.map(ReadingModelCheck::look)
                .orElseGet(() ->
                        Checkup.fine(SUBJECT, "none, and none is needed; " + ModelSettings.PROVIDER + " names one"));
    }

    private static Checkup look(ModelSettings model) {
        String state = model.name() + " at " + model.url();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(models(model)).timeout(PATIENCE).GET();
        if (model.key() != null) {
            String key = model.key().value();
            switch (model.provider()) {
                case OPENAI, OLLAMA -> request.header("Authorization", "Bearer " + key);
                case AZURE -> request.header("api-key", key);
                case ANTHROPIC -> request.header("x-api-key", key).header("anthropic-version", "2023-06-01");
            }
        }
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status == 401 || status == 403) {
                return lacking(state, "It answers " + status + " to our key.", "Set " + ModelSettings.KEY + " anew.");
            }
            return status / 100 == 2
                    ? Checkup.fine(SUBJECT, state)
                    : Checkup.unseen(
                            SUBJECT,
                            state,
                            "It answers " + status + " at " + models(model) + ": whether it takes our key could not be"
                                    + " looked at.");
        } catch (IOException away) {
            return lacking(
                    state,
                    "It can't be reached.",
                    "curl " + models(model) + "    # see " + ModelSettings.URL
                            + ", and whether this machine may reach it");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Checkup.unseen(SUBJECT, state, "It could not be looked at.");
        }
    }

    private static Checkup lacking(String state, String words, String mend) {
        var finding = new Finding(
                words, List.of(), "whoever writes sentences that the reader in the process asks back about", mend);
        return new Checkup(SUBJECT, state, List.of(finding));
    }

    private static URI models(ModelSettings model) {
        String base = model.url().toString().replaceFirst("/+$", "");
        return URI.create(
                switch (model.provider()) {
                    case OPENAI, ANTHROPIC -> base + "/models";
                    case AZURE -> base + (base.contains("/openai") ? "" : "/openai/v1") + "/models";
                    case OLLAMA -> base + "/api/tags";
                });
    }
}
