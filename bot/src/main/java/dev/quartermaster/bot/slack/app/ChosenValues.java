package dev.quartermaster.bot.slack.app;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.ViewState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person typed or chose out of the dozen fields Slack has for it; NUL is dropped, the one character
 * PostgreSQL refuses.
 */
final class ChosenValues {
    private ChosenValues() {}

    static String of(BlockActionPayload.Action action) {
        if (action.getSelectedOption() != null)
            return clean(action.getSelectedOption().getValue());
        return clean(first(
                action.getValue(),
                action.getSelectedUser(),
                action.getSelectedConversation(),
                action.getSelectedChannel(),
                action.getSelectedDate(),
                action.getSelectedTime()));
    }

    static Map<String, List<String>> of(@Nullable ViewState state) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (state == null || state.getValues() == null) return values;
        state.getValues().forEach((block, actions) -> {
            List<String> all = new ArrayList<>();
            actions.values().forEach(value -> all.addAll(of(value)));
            values.put(block, List.copyOf(all));
        });
        return values;
    }

    private static List<String> of(ViewState.Value value) {
        if (value.getSelectedOption() != null)
            return List.of(clean(value.getSelectedOption().getValue()));
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .map(option -> clean(option.getValue()))
                    .toList();
        }
        for (List<String> several : lists(value))
            return several.stream().map(ChosenValues::clean).toList();
        @Nullable Integer moment = value.getSelectedDateTime();
        String one = clean(first(
                value.getValue(),
                value.getSelectedUser(),
                value.getSelectedConversation(),
                value.getSelectedChannel(),
                value.getSelectedDate(),
                value.getSelectedTime(),
                moment == null ? null : moment.toString()));
        return one.isEmpty() ? List.of() : List.of(one);
    }

    private static List<List<String>> lists(ViewState.Value value) {
        return Stream.of(value.getSelectedUsers(), value.getSelectedConversations(), value.getSelectedChannels())
                .filter(each -> each != null)
                .toList();
    }

    private static @Nullable String first(@Nullable String... values) {
        for (@Nullable String value : values) if (value != null) return value;
        return null;
    }

    private static String clean(@Nullable String value) {
        return value == null ? "" : value.replace("\0", "");
    }
}
