package dev.quartermaster.bot.workspace.blocks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** A place in a payload while it is checked; problems are collected in Slack's words, with Slack's JSON pointer. */
record PayloadCursor(JsonNode node, String pointer, List<String> problems) {
    void problem(String what) {
        problems.add("[ERROR] " + what + " [json-pointer:" + (pointer.isEmpty() ? "/" : pointer) + "]");
    }

    PayloadCursor at(String field) {
        return new PayloadCursor(node.path(field), pointer + "/" + field, problems);
    }

    boolean has(String field) {
        return node.has(field);
    }

    String string(String field) {
        return node.path(field).asString("");
    }

    /** False, with the problem written down, when it isn't an object with nothing but these fields. */
    boolean object(String... allowed) {
        if (!node.isObject()) {
            problem("must provide an object");
            return false;
        }
        Set<String> known = Set.copyOf(Arrays.asList(allowed));
        for (String field : node.propertyNames())
            if (!known.contains(field) && !field.equals("type")) problem("invalid additional property: " + field);
        return true;
    }

    boolean required(String field) {
        if (node.has(field)) return true;
        problem("missing required field: " + field);
        return false;
    }

    /** A string of {@code min} to {@code max} characters. */
    void text(int min, int max) {
        if (!node.isString()) {
            problem("must provide a string");
            return;
        }
        int length = node.stringValue().length();
        if (length > max) problem("must be less than " + (max + 1) + " characters");
        if (length < min) problem("must be more than " + (min - 1) + " characters");
    }

    void optionalText(String field, int max) {
        if (has(field)) at(field).text(0, max);
    }

    void requiredText(String field, int max) {
        if (required(field)) at(field).text(1, max);
    }

    void oneOf(String field, String... allowed) {
        if (has(field) && !Arrays.asList(allowed).contains(string(field)))
            at(field).problem("must be a valid enum value");
    }

    void number(String field, int min, int max) {
        if (!has(field)) return;
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || value.longValue() < min || value.longValue() > max)
            at(field).problem("must be an integer from " + min + " to " + max);
    }

    /** Each of {@code min} to {@code max} items. */
    void items(int min, int max, BiConsumer<PayloadCursor, Integer> each) {
        if (!node.isArray()) {
            problem("must provide an array");
            return;
        }
        if (node.size() > max) problem("no more than " + max + " items allowed");
        if (node.size() < min) problem("no fewer than " + min + " items allowed");
        for (int i = 0; i < node.size(); i++)
            each.accept(new PayloadCursor(node.get(i), pointer + "/" + i, problems), i);
    }
}
