package dev.quartermaster.bot.api;

import dev.quartermaster.actions.request.Decision;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.why.DecisionExplanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON of an explanation: why something was decided as it was. */
final class WhyView {
    private WhyView() {}

    static Map<String, Object> of(DecisionExplanation why) {
        Request request = why.request();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("request", request.id().value());
        view.put("state", request.state().word());
        view.put("by", request.by().value());
        view.put("at", request.at().toString());
        view.put("words", why.words());
        DecisionExplanation.Read read = why.read();
        if (read != null) {
            view.put("read", read(read));
        }
        view.put("version", request.judgement().version());
        view.put("rules", ApiViews.rules(request.judgement()));
        view.put("facts", why.facts());
        view.put("moneyLeftOut", why.moneyLeftOut());
        view.put("decided", decided(request));
        view.put(
                "parts",
                why.parts().stream()
                        .map(part -> Map.of(
                                "part", part.part(),
                                "provider", part.provider(),
                                "ref", part.ref(),
                                "done", part.deeds().done(),
                                "undo", part.deeds().undo()))
                        .toList());
        view.put("steps", why.steps().stream().map(WhyView::step).toList());
        return view;
    }

    private static Map<String, Object> read(DecisionExplanation.Read read) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("by", read.reader());
        view.put("version", read.version());
        if (!read.prompt().isEmpty()) {
            view.put("prompt", read.prompt());
        }
        view.put(
                "slots",
                read.slots().stream()
                        .map(slot -> Map.of("name", slot.name(), "value", slot.value(), "words", slot.words()))
                        .toList());
        return view;
    }

    private static List<Map<String, Object>> decided(Request request) {
        return request.decisions().stream().map(each -> decision(request, each)).toList();
    }

    private static Map<String, Object> decision(Request request, Decision each) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("by", each.by().value());
        view.put("choice", each.choice().name().toLowerCase(Locale.ROOT));
        view.put("at", each.at().toString());
        view.put("stage", each.stage());
        view.put("because", request.stages().get(each.stage()).because());
        view.put("reason", each.reason());
        return view;
    }

    private static Map<String, Object> step(DecisionExplanation.Happened step) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("at", step.at().toString());
        view.put("by", step.by());
        view.put("what", step.what());
        view.put("detail", step.detail());
        return view;
    }
}
