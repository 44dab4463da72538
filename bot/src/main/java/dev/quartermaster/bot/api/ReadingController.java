package dev.quartermaster.bot.api;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.conversation.dialogue.ReaderChain;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.InterpretContext;
import dev.quartermaster.intents.reading.InterpretView;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * API: what a sentence would be read as and how it would be judged. Changes nothing but the record of who asked as
 * whom.
 */
@RestController
@RequestMapping("/api")
class ReadingController {
    private static final int LONGEST = 40_000;

    private final ApiCallers callers;
    private final ReaderChain readings;
    private final RequestService desk;
    private final Bundles bundles;
    private final RightsNow rights;

    ReadingController(
            ApiCallers callers, ReaderChain readings, RequestService desk, Bundles bundles, RightsNow rights) {
        this.callers = callers;
        this.readings = readings;
        this.desk = desk;
        this.bundles = bundles;
        this.rights = rights;
    }

    /** @param at an instant with an offset, now when left out. @param context the last reading, or {@code {"waiting": …}} */
    record Question(
            @Nullable String as,
            @Nullable String text,
            @Nullable String at,
            @Nullable Map<String, Object> context) {}

    @PostMapping("/interpret")
    Map<String, Object> interpret(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestBody Question question) {
        return InterpretView.of(read(person(token, question, "interpret"), question));
    }

    @PostMapping("/judge")
    Map<String, Object> judge(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestBody Question question) {
        Person person = person(token, question, "judge");
        Reading reading = read(person, question);
        List<Map<String, Object>> judgements = new ArrayList<>();
        if (reading instanceof Reading.Understood understood) {
            for (Intent intent : understood.intents()) {
                if (intent instanceof Intent.Acquisition
                        || intent instanceof Intent.Extend
                        || intent instanceof Intent.Resize) {
                    judgements.add(ApiViews.judgement(desk.preview(person.id(), intent), rights.shown(), person.id()));
                }
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reading", InterpretView.of(reading));
        answer.put("judgements", judgements);
        judgements.stream().findFirst().ifPresent(answer::putAll);
        return answer;
    }

    private Person person(@Nullable String token, Question question, String what) {
        return callers.as(callers.caller(token), question.as(), what);
    }

    private Reading read(Person person, Question question) {
        String text = question.text();
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST, "Send the sentence in \"text\", of at most 40,000 characters.");
        }
        return readings.read(
                new Utterance(
                        new EventKey("api-" + UUID.randomUUID()),
                        person.id(),
                        new Place("api", null),
                        text,
                        at(question.at()),
                        bundles.current().organisation().zone()),
                context(question.context()));
    }

    private static Instant at(@Nullable String at) {
        if (at == null || at.isBlank()) {
            return Instant.now();
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "\"at\" is an instant such as 2026-03-11T10:30:00Z.");
        }
    }

    private static Context context(@Nullable Map<String, Object> context) {
        try {
            return InterpretContext.of(context == null ? Map.of() : context);
        } catch (IllegalArgumentException unknown) {
            throw new ApiException(HttpStatus.BAD_REQUEST, unknown.getMessage());
        }
    }
}
