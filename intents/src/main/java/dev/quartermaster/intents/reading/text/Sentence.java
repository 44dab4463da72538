package dev.quartermaster.intents.reading.text;

import java.util.List;
import java.util.Set;

/** A text and its tokens. Asking beyond either end gives a token of kind {@code END}, never an exception. */
public record Sentence(String text, List<Token> tokens) {

    private static final Token END = new Token(Token.Kind.END, "", 0, 0, false);

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public static Sentence of(String text) {
        return new Sentence(text, Lexer.tokens(text));
    }

    public int size() {
        return tokens.size();
    }

    public Token at(int index) {
        return index < 0 || index >= tokens.size() ? END : tokens.get(index);
    }

    /** Whether the token there is one of these words (lower case). */
    public boolean is(int index, String... words) {
        var token = at(index);
        if (token.is(Token.Kind.OPAQUE) || token.is(Token.Kind.END)) {
            return false;
        }
        for (var word : words) {
            if (token.text().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #is}, for many words at once; see {@link #words(String)}. */
    public boolean in(int index, Set<String> words) {
        var token = at(index);
        return !token.is(Token.Kind.OPAQUE) && !token.is(Token.Kind.END) && words.contains(token.text());
    }

    /** Words written one after another, as a set. */
    public static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }

    /** The words from token {@code first} up to but not including token {@code next}. */
    public Words words(int first, int next) {
        var start = at(first).start();
        var end = at(next - 1).end();
        return new Words(text.substring(start, end), start, end);
    }
}
