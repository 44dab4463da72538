package dev.quartermaster.intents.rulebook;

/**
 * One rule as its file has it.
 *
 * @param then the word after {@code then:}; empty when there is none
 * @param because as written, on one line, with its {@code ${…}} not filled in
 * @param text without the list's dash and indentation; empty: it is written in a way that cannot be edited by itself
 * @param lines where in the file it stands
 */
public record RuleText(String file, String id, String then, String because, String text, Lines lines) {
    /** The same for people, where no request fills it in: {@code It may cost the estimate, which is over 20 EUR.} */
    public String words() {
        return RuleWords.plain(because);
    }
}
