package dev.quartermaster.intents.reading.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A model that says what it is told to say, and keeps every request. */
final class Puppet implements ChatModel {

    private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Function<ChatRequest, String> mind;

    Puppet(Function<ChatRequest, String> mind) {
        this.mind = mind;
    }

    /** Each answer in turn, the last one again and again. */
    static Puppet saying(String... answers) {
        var puppet = new Puppet(request -> "");
        puppet.mind = request -> answers[Math.min(puppet.requests.size(), answers.length) - 1];
        return puppet;
    }

    void thinks(Function<ChatRequest, String> other) {
        mind = other;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(mind.apply(request)))
                .tokenUsage(new TokenUsage(100, 10))
                .build();
    }

    List<ChatRequest> requests() {
        return List.copyOf(requests);
    }
}
