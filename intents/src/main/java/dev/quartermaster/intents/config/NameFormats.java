package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.part.Written;
import dev.quartermaster.intents.people.MailAddress;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Forms that names and numbers in the files must have; each refuses in words. */
final class NameFormats {
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{M}\\p{N}._%+'-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    static final Written.Form CHANNEL = Shape.form("[a-z0-9][a-z0-9_-]{0,79}");
    static final Written.Form LABEL = Shape.form("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    static final Written.Form SLACK_ACCOUNT = Shape.form("[UW][A-Z0-9]{2,20}");
    static final Written.Form WORD = Shape.form("[a-z][a-z0-9-]{0,62}");
    static final Written.Form AMOUNT = Shape.form("[0-9]{1,9}(\\.[0-9]{1,6})?");
    static final Shape SPAN = Shape.form(Value.Span.FORM);
    static final Shape DATASET = Shape.form(DatasetName.FORM);
    static final Shape TIME = Shape.form("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?");

    private NameFormats() {}

    /** A Slack channel's name without the hash. */
    static String channel(String name) {
        if (!CHANNEL.fits(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not a channel's name (lower case letters, digits, - and _; without #)");
        }
        return name;
    }

    /** An RFC 1123 label, as Kubernetes wants for a namespace. */
    static String label(String name) {
        if (!LABEL.fits(name)) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is not an RFC 1123 label (lower case letters, digits and -, at most 63, no - at either end)");
        }
        return name;
    }

    /** In its one spelling, because two spellings of one address are one account. */
    static String email(String address) {
        String canonical = MailAddress.of(address.strip()).canonical();
        if (!EMAIL.matcher(canonical).matches()) {
            throw new IllegalArgumentException("\"" + address + "\" is not an e-mail address");
        }
        return canonical;
    }

    /** As Slack shows it in a profile under "Copy member ID". */
    static String slackAccount(String id) {
        if (!SLACK_ACCOUNT.fits(id)) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is not a Slack member ID such as U012AB3CD (in Slack: profile, Copy member ID)");
        }
        return id;
    }

    static String word(String word) {
        if (!WORD.fits(word)) {
            throw new IllegalArgumentException("\"" + word + "\" is not a word of lower case letters, digits and -");
        }
        return word;
    }

    /** An amount of money, zero or more, at most a thousand million. */
    static BigDecimal amount(String text) {
        if (!AMOUNT.fits(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount such as 0.05");
        }
        return new BigDecimal(text);
    }
}
