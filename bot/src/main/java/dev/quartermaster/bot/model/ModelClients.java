package dev.quartermaster.bot.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder;
import dev.quartermaster.intents.reading.model.Allowance;
import dev.quartermaster.intents.reading.model.ModelLimits;
import dev.quartermaster.intents.reading.model.ModelReader;
import dev.quartermaster.prompts.Prompts;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/**
 * Clients of language models by LangChain4j, each held to the answer's form by the provider's own means. None of them
 * tries again by itself or logs what goes over the line; the reader repairs once, and waits no longer than its limits
 * say.
 */
public final class ModelClients {
    /** Enough for six requests with their slots, and for a model that thinks a little first. */
    private static final int LONGEST_ANSWER = 2_000;
    /** What a model is told is longer than the few thousand tokens that Ollama takes when not told so; it would cut silently. */
    private static final int OLLAMA_WINDOW = 16_384;

    private ModelClients() {}

    /** The reader that asks this model; needs no Spring, so that a model can be scored before anybody trusts it. */
    public static ModelReader reader(ModelSettings settings, Prompts prompts, Allowance allowance) {
        return new ModelReader(
                client(settings, ModelLimits.STANDARD.within()),
                settings.name(),
                prompts,
                allowance,
                ModelLimits.STANDARD);
    }

    static ChatModel client(ModelSettings settings, Duration within) {
        return switch (settings.provider()) {
            case OPENAI -> openAi(settings, within);
            case AZURE -> azure(settings, within);
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(http())
                        .baseUrl(bare(settings.url()))
                        .apiKey(key(settings))
                        .modelName(settings.name())
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .maxTokens(LONGEST_ANSWER)
                        .maxRetries(0)
                        .timeout(within)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(http())
                        .baseUrl(bare(settings.url()))
                        .modelName(settings.name())
                        .customHeaders(
                                settings.key() == null ? Map.of() : Map.of("Authorization", "Bearer " + key(settings)))
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .numCtx(OLLAMA_WINDOW)
                        .numPredict(LONGEST_ANSWER)
                        .temperature(0.0)
                        .maxRetries(0)
                        .timeout(within)
                        .build();
        };
    }

    /** OpenAI's newest models take neither a temperature nor {@code max_tokens}; whoever else speaks as they do takes both. */
    private static ChatModel openAi(ModelSettings settings, Duration within) {
        OpenAiChatModelBuilder builder = speakingOpenAi(settings, within).baseUrl(bare(settings.url()));
        if (settings.key() != null) {
            builder.apiKey(key(settings));
        }
        return String.valueOf(settings.url().getHost()).endsWith("openai.com")
                ? builder.maxCompletionTokens(LONGEST_ANSWER).build()
                : builder.maxTokens(LONGEST_ANSWER).temperature(0.0).build();
    }

    /** Azure speaks as OpenAI does below {@code /openai/v1}, but for the header that carries the key. */
    private static ChatModel azure(ModelSettings settings, Duration within) {
        boolean resource = settings.url().getPath() == null
                || settings.url().getPath().isEmpty()
                || settings.url().getPath().equals("/");
        return speakingOpenAi(settings, within)
                .baseUrl(bare(settings.url()) + (resource ? "/openai/v1" : ""))
                .customHeaders(Map.of("api-key", key(settings)))
                .maxCompletionTokens(LONGEST_ANSWER)
                .build();
    }

    private static OpenAiChatModelBuilder speakingOpenAi(ModelSettings settings, Duration within) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http())
                .modelName(settings.name())
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .strictJsonSchema(true)
                .maxRetries(0)
                .timeout(within);
    }

    /** HTTP/1.1: some servers that people run models on lose the body of a request that offers to go on in HTTP/2. */
    private static HttpClientBuilder http() {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    }

    private static String key(ModelSettings settings) {
        return settings.key() == null ? "" : settings.key().value();
    }

    private static String bare(URI url) {
        return url.toString().replaceFirst("/+$", "");
    }
}
