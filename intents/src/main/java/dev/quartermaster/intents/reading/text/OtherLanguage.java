package dev.quartermaster.intents.reading.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a message is in a language that the reader in the process was taught no sentence of: two function words of one
 * such language, and more of them than of English, or mostly letters of another script. A few English words in it, such as
 * "notebook", change nothing.
 */
public final class OtherLanguage {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]{1,40}");
    private static final int ENOUGH = 2;
    private static final int LETTERS = 4;
    private static final String SAID =
            "I read English only. Say it in English, for example “a notebook for three days”, or"
                    + " type /qm launch, which opens a form.";

    private static final Set<String> ENGLISH =
            words("the i need for to me please of and my is it can you on with until read access from what how want get"
                    + " give would like this that have do we in at by be are not so or");

    /** Words that are no English ones, and what is said first to those who use them. */
    private record Language(Set<String> words, String sorry) {}

    private static final List<Language> LANGUAGES = List.of(
            new Language(
                    words("ich brauche möchte bräuchte bitte für fuer einen eine einem einer ein und der das dem ist"
                            + " nicht auf von bis heute morgen tage tagen stunden wochen wie viel kann können könnte"
                            + " wir uns mein meine meinen zugriff gib mir wer noch auch zum zur bei lesen zwei drei"
                            + " den mit warum wann welche welcher wieso muss musste starte stoppe beende"),
                    "Ich lese leider nur Englisch."),
            new Language(
                    words("je j'ai voudrais besoin pour un une des les avec jusqu'à jusqu'au bonjour vous plaît plait"
                            + " merci nous accès combien heures jours semaines donne donnez moi sur deux trois"
                            + " peux puis-je pouvez"),
                    "Je ne lis malheureusement que l'anglais."),
            new Language(
                    words("necesito quiero quisiera para por favor el los las hasta días dias horas semanas mis"
                            + " acceso hola gracias cuánto cuanto puedo puede y tres"),
                    "Lo siento, solo leo inglés."),
            new Language(
                    words("vorrei bisogno favore il gli fino giorni settimane mio mia accesso ciao"
                            + " grazie quanto posso può dammi della tre"),
                    "Mi dispiace, leggo solo l'inglese."),
            new Language(
                    words("preciso quero gostaria para por favor uma até dias horas semanas meu minha acesso olá"
                            + " obrigado obrigada quanto posso pode da dois três"),
                    "Desculpe, só leio inglês."),
            new Language(
                    words("ik wil graag nodig een het voor tot dagen uur weken mijn toegang alsjeblieft alstublieft"
                            + " hoeveel kunnen naar twee drie"),
                    "Sorry, ik lees alleen Engels."),
            new Language(
                    words("potrzebuję potrzebuje chcę proszę prosze dostęp dni godzin godziny tygodni mój moje dla"
                            + " się jest nie dzień dobry"),
                    "Przepraszam, czytam tylko po angielsku."));

    private OtherLanguage() {}

    /** What is said to a message that cannot be read; empty: it may be English. */
    public static Optional<String> sorry(String text) {
        var said = new HashSet<String>();
        WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .results()
                .forEach(word -> said.add(word.group()));
        if (foreignScript(text)) {
            return Optional.of(SAID);
        }
        var english = count(said, ENGLISH);
        return LANGUAGES.stream()
                .filter(language -> count(said, language.words()) >= ENOUGH && count(said, language.words()) > english)
                .max(Comparator.comparingLong(language -> count(said, language.words())))
                .map(language -> language.sorry() + " " + SAID);
    }

    private static boolean foreignScript(String text) {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var foreign = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN)
                .count();
        return letters >= LETTERS && foreign * 2 > letters;
    }

    private static long count(Set<String> said, Set<String> words) {
        return said.stream().filter(words::contains).count();
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
