package dev.quartermaster.bot.slack.web;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.slack.web.WebApiAnswer.Fine;
import dev.quartermaster.bot.slack.web.WebApiAnswer.Limited;
import dev.quartermaster.bot.slack.web.WebApiAnswer.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The client of Slack's Web API under the one configured prefix; no other host is called, but where Slack says that a file
 * is to be put. The SDK's own rate
 * limiter stays out of it: what Slack says in {@code Retry-After} is kept in the database, where every replica sees it.
 */
@Component
public final class SlackWebClient implements AutoCloseable {
    /** Within the 3 s that Slack waits for an answer, a call and our own work must fit. */
    private static final Duration QUICK = Duration.ofMillis(1_800);

    private static final Duration PATIENT = Duration.ofSeconds(15);
    private static final Duration UNSAID = Duration.ofSeconds(30);

    /** Errors that say "later", not "no". */
    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    /** The token is the trouble, not the message: nothing is given up for it. */
    private static final Set<String> TOKEN =
            Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");

    private final Slack patient;
    private final Slack quick;
    private final String token;
    private final boolean encrypted;

    public SlackWebClient(SlackSettings settings) {
        this.patient = slack(settings, PATIENT, false);
        this.quick = slack(settings, QUICK, true);
        this.token = settings.bot().value();
        this.encrypted = "https".equals(settings.api().getScheme());
    }

    /**
     * @param again whether the HTTP client may send by itself once more what a kept connection took and did not answer:
     *     not what posts, because Slack may have posted it and would post it twice
     */
    private static Slack slack(SlackSettings settings, Duration timeout, boolean again) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientCallTimeoutMillis((int) timeout.toMillis());
        config.setHttpClientReadTimeoutMillis((int) timeout.toMillis());
        config.setStatsEnabled(false);
        config.getMethodsConfig().setStatsEnabled(false);
        return Slack.getInstance(
                config,
                new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .retryOnConnectionFailure(again)
                        .build()));
    }

    /** What Bolt's contexts call Slack with: the same prefix, while Slack or a person waits. */
    public Slack client() {
        return quick;
    }

    /** One call of a method. */
    public interface Call<T> {
        T on(MethodsClient slack) throws IOException, SlackApiException;
    }

    /** For workers: up to 15 s. */
    public <T extends SlackApiTextResponse> WebApiAnswer<T> call(Call<T> call) {
        return answered(patient, call);
    }

    /** While Slack or a person waits: up to 1.8 s. */
    public <T extends SlackApiTextResponse> WebApiAnswer<T> quickly(Call<T> call) {
        return answered(quick, call);
    }

    /** As {@link #call(Call)}, for an answer of which more is needed than the SDK's own type keeps. */
    public <T extends SlackApiTextResponse> WebApiAnswer<T> call(
            String method, Map<String, String> arguments, Class<T> answer) {
        return answered(patient, posted(method, arguments, answer));
    }

    /** As {@link #quickly(Call)}, likewise. */
    public <T extends SlackApiTextResponse> WebApiAnswer<T> quickly(
            String method, Map<String, String> arguments, Class<T> answer) {
        return answered(quick, posted(method, arguments, answer));
    }

    private <T extends SlackApiTextResponse> Call<T> posted(
            String method, Map<String, String> arguments, Class<T> answer) {
        return slack -> slack.postFormWithTokenAndParseResponse(
                form -> {
                    arguments.forEach(form::add);
                    return form;
                },
                method,
                token,
                answer);
    }

    private <T extends SlackApiTextResponse> WebApiAnswer<T> answered(Slack slack, Call<T> call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Slack is not waited for inside a transaction");
        }
        try {
            T answer = call.on(slack.methods(token));
            return answer.isOk() ? new Fine<>(answer) : refused(answer.getError());
        } catch (SlackApiException e) {
            int status = e.getResponse().code();
            if (status == 429) return new Limited<>(after(e.getResponse().header("Retry-After")));
            return new WebApiAnswer.Unreachable<>("Slack answered " + status);
        } catch (IOException | RuntimeException e) {
            // A body that is no JSON arrives as a runtime exception of the SDK's parser.
            return new WebApiAnswer.Unreachable<>(e.getClass().getSimpleName());
        }
    }

    /**
     * Puts a file where Slack said, without the token: the address is the right to do so. Up to 15 s.
     *
     * @return what went wrong; empty: Slack has it
     */
    public Optional<WebApiAnswer<Void>> upload(String url, byte[] content) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Slack is not waited for inside a transaction");
        }
        if (encrypted && !url.startsWith("https://")) return Optional.of(new Refused<>("upload_not_encrypted"));
        RequestBody bytes = RequestBody.create(content, MediaType.get("application/octet-stream"));
        try (Response answer = patient.getHttpClient()
                .getOkHttpClient()
                .newCall(new Request.Builder().url(url).post(bytes).build())
                .execute()) {
            if (answer.isSuccessful()) return Optional.empty();
            if (answer.code() == 429) return Optional.of(new Limited<>(after(answer.header("Retry-After"))));
            return Optional.of(
                    answer.code() < 500
                            ? new Refused<>("upload_" + answer.code())
                            : new WebApiAnswer.Unreachable<>("Slack answered " + answer.code()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.of(new Refused<>("upload_address"));
        } catch (IOException e) {
            return Optional.of(new WebApiAnswer.Unreachable<>(e.getClass().getSimpleName()));
        }
    }

    private static <T> WebApiAnswer<T> refused(@Nullable String error) {
        if (error == null) return new Refused<>("unknown_error");
        if (error.equals("ratelimited") || error.equals("rate_limited")) return new Limited<>(UNSAID);
        return PASSING.contains(error) || TOKEN.contains(error)
                ? new WebApiAnswer.Unreachable<>(error)
                : new Refused<>(error);
    }

    private static Duration after(@Nullable String header) {
        try {
            return Optional.ofNullable(header)
                    .map(seconds -> Duration.ofSeconds(Math.clamp(Long.parseLong(seconds.strip()), 1, 3_600)))
                    .orElse(UNSAID);
        } catch (NumberFormatException notSeconds) {
            return UNSAID;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            patient.close();
            quick.close();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }
}
