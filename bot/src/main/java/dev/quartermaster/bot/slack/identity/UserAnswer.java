package dev.quartermaster.bot.slack.identity;

import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiTextResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code users.info} and {@code users.lookupByEmail} answer, the user as it came. Filled by the SDK. */
final class UserAnswer implements SlackApiTextResponse {
    private boolean ok;
    private @Nullable String warning;
    private @Nullable String error;
    private @Nullable String needed;
    private @Nullable String provided;
    private transient @Nullable Map<String, List<String>> httpResponseHeaders;
    private @Nullable JsonObject user;

    @Nullable
    JsonObject user() {
        return user;
    }

    @Override
    public boolean isOk() {
        return ok;
    }

    @Override
    public void setOk(boolean ok) {
        this.ok = ok;
    }

    @Override
    public @Nullable String getWarning() {
        return warning;
    }

    @Override
    public void setWarning(@Nullable String warning) {
        this.warning = warning;
    }

    @Override
    public @Nullable String getError() {
        return error;
    }

    @Override
    public void setError(@Nullable String error) {
        this.error = error;
    }

    @Override
    public @Nullable String getNeeded() {
        return needed;
    }

    @Override
    public void setNeeded(@Nullable String needed) {
        this.needed = needed;
    }

    @Override
    public @Nullable String getProvided() {
        return provided;
    }

    @Override
    public void setProvided(@Nullable String provided) {
        this.provided = provided;
    }

    @Override
    public @Nullable Map<String, List<String>> getHttpResponseHeaders() {
        return httpResponseHeaders;
    }

    @Override
    public void setHttpResponseHeaders(@Nullable Map<String, List<String>> headers) {
        this.httpResponseHeaders = headers;
    }
}
