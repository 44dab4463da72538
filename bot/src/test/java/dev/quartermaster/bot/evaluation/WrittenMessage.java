package dev.quartermaster.bot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of the bot as it stands.
 *
 * @param card the name under which it may be changed; null: it stays
 * @param person whose DM it is in; empty: a channel's
 */
record WrittenMessage(
        String channel,
        String ts,
        @Nullable String thread,
        @Nullable String card,
        String person,
        String text,
        @Nullable String blocks) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param value what it carries */
    record Button(WrittenMessage on, String label, String action, String value) {}

    WrittenMessage saying(String other, @Nullable String blocksNow) {
        return new WrittenMessage(channel, ts, thread, card, person, other, blocksNow);
    }

    boolean seenBy(String someone) {
        return person.isEmpty() || person.equals(someone);
    }

    /** The first message of the thread it is in, or begins. */
    String root() {
        return thread == null ? ts : thread;
    }

    List<Button> buttons() {
        return elements().stream()
                .filter(element -> element.path("type").asString("").equals("button"))
                .map(button -> new Button(
                        this,
                        button.path("text").path("text").asString(""),
                        button.path("action_id").asString(""),
                        button.path("value").asString("")))
                .toList();
    }

    /** Everything that can be read on it, as people see it: the text only where there are no blocks. */
    String words() {
        String written = blocks == null
                ? text
                : elements().stream()
                        .filter(element -> element.path("text").isString())
                        .map(element -> element.path("text").asString())
                        .collect(Collectors.joining("\n"));
        return written.replaceAll("<!date\\^[^|>]*\\|([^>]*)>", "$1")
                .replaceAll("<(?:[^|>]*)\\|([^>]*)>", "$1")
                .replaceAll("[*_`]", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private List<JsonNode> elements() {
        List<JsonNode> elements = new ArrayList<>();
        if (blocks != null) {
            gather(JSON.readTree(blocks), elements);
        }
        return elements;
    }

    private static void gather(JsonNode node, List<JsonNode> into) {
        if (node.isObject()) {
            into.add(node);
        }
        // What a button asks before it is carried out is seen by whoever presses it.
        node.propertyStream()
                .filter(each -> !each.getKey().equals("confirm"))
                .forEach(each -> gather(each.getValue(), into));
        if (node.isArray()) {
            node.values().forEach(each -> gather(each, into));
        }
    }
}
