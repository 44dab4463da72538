package dev.quartermaster.intents.config;

import dev.quartermaster.intents.people.MailAddress;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Forms that names and numbers in the files must have; each refuses in words. */
final class NameFormats {
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{M}\\p{N}._%+'-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private NameFormats() {}

    /** A Slack channel's name without the hash. */
    static String channel(String name) {
        if (!name.matches("[a-z0-9][a-z0-9_-]{0,79}")) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not a channel's name (lower case letters, digits, - and _; without #)");
        }
        return name;
    }

    /** An RFC 1123 label, as Kubernetes wants for a namespace. */
    static String label(String name) {
        if (!name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
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
        if (!id.matches("[UW][A-Z0-9]{2,20}")) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is not a Slack member ID such as U012AB3CD (in Slack: profile, Copy member ID)");
        }
        return id;
    }

    static String word(String word) {
        if (!word.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("\"" + word + "\" is not a word of lower case letters, digits and -");
        }
        return word;
    }

    /** An amount of money, zero or more, at most a thousand million. */
    static BigDecimal amount(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount such as 0.05");
        }
        return new BigDecimal(text);
    }
}
