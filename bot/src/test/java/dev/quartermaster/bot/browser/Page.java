package dev.quartermaster.bot.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One page, worked as a person works it: real mouse and keyboard events on elements that are visible and enabled, each waited for. An element is
 * named by a CSS selector and, where that fits several, by words in it; the last that fits is taken, as the newest message is.
 */
public final class Page implements AutoCloseable {
    /** Generous, because a build machine may be busy; what takes longer is a fault. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String FIND = """
            (css, words) => [...document.querySelectorAll(css)].filter(e =>
                e.checkVisibility({visibilityProperty: true}) && !e.disabled && (e.innerText ?? e.value ?? '').includes(words)).at(-1)
            """;
    /** Lets a press through to the element only; {@code pressGuard()} ends that and says whether it got there. */
    private static final String GUARD = """
            (() => {
                const wanted = %s;
                if (!wanted) return false;
                const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
                let hit;
                const guard = event => {
                    hit ??= event.composedPath().includes(wanted);
                    if (!hit) { event.preventDefault(); event.stopImmediatePropagation(); }
                };
                kinds.forEach(kind => addEventListener(kind, guard, true));
                window.pressGuard = () => {
                    kinds.forEach(kind => removeEventListener(kind, guard, true));
                    delete window.pressGuard;
                    return hit === true;
                };
                return true;
            })()
            """;

    private final DevTools protocol;
    private final String session;
    private final String context;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    Page(DevTools protocol, String session, String context) {
        this.protocol = protocol;
        this.session = session;
        this.context = context;
        protocol.listen(session, this::heard);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) call(domain + ".enable", Map.of());
    }

    String context() {
        return context;
    }

    public void go(String address) {
        call("Page.navigate", Map.of("url", address));
        until(
                "loaded " + address,
                () -> evaluate("document.readyState").asString("").equals("complete"));
    }

    public void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        until("the window is " + width + " wide", () -> evaluate("innerWidth").intValue() == width);
    }

    /** As somebody who has their system dark. */
    public void dark() {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    public void click(String css) {
        click(css, "");
    }

    public void click(String css, String words) {
        press(found(css, words), css + " with \"" + words + "\"");
    }

    /** Clicks what is inside the last visible element with these words, such as a button of one message among many. */
    public void clickInside(String css, String words, String inner) {
        String inside = "[...(%s)?.querySelectorAll(%s) ?? []].find(e => e.checkVisibility() && !e.disabled)"
                .formatted(found(css, words), quoted(inner));
        press(inside, inner + " in " + css + " with \"" + words + "\"");
    }

    /**
     * Presses and releases once the pointer is over the element itself. Something may move under it between the look and the
     * press, as under a person's hand; a press that falls on another element is kept from it, and tried again.
     */
    private void press(String expression, String what) {
        until("a press on " + what, () -> pressed(expression, what, () -> {}));
    }

    /**
     * Clicks as a slow hand does; a press that falls beside is tried again, as in {@link #click(String)}.
     *
     * @param meanwhile happens between press and release, at each try
     */
    public void clickSlowly(String css, Runnable meanwhile) {
        until("a slow press on " + css, () -> pressed(found(css, ""), css, meanwhile));
    }

    private boolean pressed(String expression, String what, Runnable meanwhile) {
        JsonNode at = located(expression, what);
        Map<String, Object> where =
                Map.of("x", at.path("x").doubleValue(), "y", at.path("y").doubleValue());
        mouse("mouseMoved", where, 0);
        if (!evaluate(GUARD.formatted(expression)).booleanValue()) return false;
        mouse("mousePressed", where, 1);
        meanwhile.run();
        mouse("mouseReleased", where, 1);
        return evaluate("window.pressGuard?.() ?? true").booleanValue();
    }

    /** Puts the words into the field in place of what is there, as typing them would. */
    public void type(String css, String words) {
        String focused = "document.activeElement === (%s)(%s, '')".formatted(FIND, quoted(css));
        until("focus on " + css, () -> {
            click(css);
            return evaluate(focused).booleanValue();
        });
        evaluate("document.activeElement.select?.()");
        call("Input.insertText", Map.of("text", words));
    }

    /** {@code Enter}, {@code Tab}, {@code Escape}, {@code ArrowDown}, {@code ArrowUp}. */
    public void press(String key) {
        Map<String, Integer> codes = Map.of("Enter", 13, "Tab", 9, "Escape", 27, "ArrowDown", 40, "ArrowUp", 38);
        int code = codes.get(key);
        String text = key.equals("Enter") ? "\r" : "";
        Map<String, Object> pressed =
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text);
        call("Input.dispatchKeyEvent", pressed);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Chooses in a native select by the option's value. */
    public void choose(String css, String value) {
        located(found(css, ""), css);
        evaluate(
                "(() => { const e = (%s)(%s, ''); e.value = %s; e.dispatchEvent(new Event('change', {bubbles: true})) })()"
                        .formatted(FIND, quoted(css), quoted(value)));
    }

    /** What is to be read in the last visible element that fits; empty when there is none. */
    public String text(String css) {
        return evaluate("(%s)(%s, '')?.innerText ?? ''".formatted(FIND, quoted(css)))
                .asString("");
    }

    /** What is to be read in the last visible element that fits and has these words in it; empty when there is none. */
    public String text(String css, String words) {
        return evaluate("(%s)(%s, %s)?.innerText ?? ''".formatted(FIND, quoted(css), quoted(words)))
                .asString("");
    }

    public int count(String css) {
        return evaluate("document.querySelectorAll(%s).length".formatted(quoted(css)))
                .intValue();
    }

    /** True when such an element is visible now; doesn't wait. */
    public boolean shows(String css, String words) {
        return evaluate("Boolean((%s)(%s, %s))".formatted(FIND, quoted(css), quoted(words)))
                .booleanValue();
    }

    public void waitFor(String css) {
        waitFor(css, "");
    }

    /** Waits up to thirty seconds until such an element, with these words in it, is visible. */
    public void waitFor(String css, String words) {
        waitFor(css, words, PATIENCE);
    }

    public void waitFor(String css, String words, Duration patience) {
        until(css + " with \"" + words + "\"", () -> shows(css, words), patience);
    }

    public void waitUntilGone(String css) {
        until("no " + css, () -> !shows(css, ""));
    }

    /** The value of an expression, promises waited for. */
    public JsonNode evaluate(String expression) {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails"))
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        return result.path("result").path("value");
    }

    /** Closes this tab and puts the other in front again, as closing a tab does. */
    public void backTo(Page other) {
        call("Page.close", Map.of());
        other.call("Page.bringToFront", Map.of());
    }

    /** Writes what the window shows as a PNG. */
    public void screenshot(Path file) {
        String data = call("Page.captureScreenshot", Map.of("format", "png"))
                .path("data")
                .asString("");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Script errors, refused resources and failed requests so far: a good page has none. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private static String found(String css, String words) {
        return "(%s)(%s, %s)".formatted(FIND, quoted(css), quoted(words));
    }

    /** Its middle, once it is there: looked up and measured in one go, because a message may be drawn again at any moment. */
    private JsonNode located(String expression, String what) {
        String middle = "e.scrollIntoView({block: 'nearest'}); const r = e.getBoundingClientRect();"
                + " return {x: r.x + r.width / 2, y: r.y + r.height / 2}";
        JsonNode[] at = new JsonNode[1];
        until(what, () -> {
            at[0] = evaluate("(() => { const e = %s; if (!e) return null; %s })()".formatted(expression, middle));
            return !at[0].isNull() && !at[0].isMissingNode();
        });
        return at[0];
    }

    private void mouse(String type, Map<String, Object> where, int clicks) {
        call(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        where.get("x"),
                        "y",
                        where.get("y"),
                        "button",
                        clicks == 0 ? "none" : "left",
                        "clickCount",
                        clicks));
    }

    private void until(String what, BooleanSupplier met) {
        until(what, met, PATIENCE);
    }

    private void until(String what, BooleanSupplier met, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!met.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError(missing(what, patience));
            Browser.pause();
        }
    }

    private String missing(String what, Duration patience) {
        Supplier<String> seen = () -> evaluate("document.body.innerText").asString("");
        return "waited %d s for %s\nproblems: %s\nthe page shows:\n%s"
                .formatted(patience.toSeconds(), what, problems, seen.get());
    }

    private void heard(String method, JsonNode event) {
        switch (method) {
            case "Runtime.exceptionThrown" ->
                problems.add(event.path("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                if (event.path("entry").path("level").asString("").equals("error"))
                    problems.add(event.path("entry").toString());
            }
            default -> {}
        }
    }

    private JsonNode call(String method, Map<String, ?> params) {
        return protocol.call(session, method, params);
    }

    private static String quoted(String text) {
        return DevTools.JSON.writeValueAsString(text);
    }

    @Override
    public void close() {
        protocol.call(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }
}
