package dev.quartermaster.bot.api;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.rulebook.CandidateBundle;
import dev.quartermaster.actions.rulebook.Trial;
import dev.quartermaster.actions.why.Explanations;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API: why something was decided as it was, and what other rules would have made of past requests. Changes nothing. */
@RestController
@RequestMapping("/api")
class RulebookController {
    private final ApiCallers callers;
    private final Explanations explanations;
    private final Trial trial;
    private final Bundles bundles;

    RulebookController(ApiCallers callers, Explanations explanations, Trial trial, Bundles bundles) {
        this.callers = callers;
        this.explanations = explanations;
        this.trial = trial;
        this.bundles = bundles;
    }

    @GetMapping("/why")
    Map<String, Object> why(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestParam String request) {
        Person caller = callers.caller(token);
        RequestId id = RequestId.of(request.replaceFirst("^lease-", "req-"))
                .orElseThrow(
                        () -> new ApiException(HttpStatus.BAD_REQUEST, "A request's id looks like req-abcdefghij."));
        return explanations
                .of(id, caller.id())
                .map(WhyView::of)
                .orElseThrow(() -> new ApiException(
                        HttpStatus.NOT_FOUND, "There is no request of that id whose reasons you may read."));
    }

    /** Characters; a hundred times the default organisation's rules. */
    private static final int LARGEST = 500_000;

    /** @param files whole texts by name, such as {@code policies/compute.yaml} */
    record Rehearsed(@Nullable Map<String, String> files) {}

    @PostMapping("/rehearse")
    Map<String, Object> rehearse(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestBody Rehearsed rehearsed) {
        Person caller = callers.caller(token);
        Bundle now = bundles.current();
        if (!now.people().isPlatformLead(caller.id())) {
            throw new ApiException(
                    HttpStatus.FORBIDDEN,
                    "Only platform leads rehearse whole files. One rule can be tried by anybody: /qm rehearse <rule>.");
        }
        Map<String, String> files = rehearsed.files();
        if (files == null
                || files.isEmpty()
                || !files.keySet().stream().allMatch(file -> file.startsWith("policies/"))) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "Send rule files by name: {\"files\": {\"policies/compute.yaml\": \"…\"}}.");
        }
        if (files.values().stream().mapToLong(String::length).sum() > LARGEST) {
            throw new ApiException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "Rule files of more than " + LARGEST + " characters in all are not tried; send those that change.");
        }
        return switch (CandidateBundle.of(now, files)) {
            case CandidateBundle.Fine(Bundle bundle) -> RehearsalView.of(trial.of(bundle));
            case CandidateBundle.Wrong(var problems) ->
                throw new ApiException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        String.join(
                                "\n",
                                problems.stream()
                                        .limit(20)
                                        .map(Object::toString)
                                        .toList()));
        };
    }
}
