package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report's items as a file of comma-separated values (RFC 4180, UTF-8), a row each; amounts in cents add up to the total. */
public final class SpendCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "lease",
                    "path",
                    "person",
                    "purpose",
                    "datasets",
                    "gpu",
                    "hours",
                    "amount",
                    "still_to_come",
                    "currency")
            .get();

    private SpendCsv() {}

    /** @param report in cents */
    public static byte[] of(SpendReport report) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter rows = new CSVPrinter(csv, FORMAT)) {
            for (Item item : report.items()) {
                rows.printRecord(
                        item.lease() == null ? "" : item.lease().value(),
                        words(item.path()),
                        words(item.person().value()),
                        words(item.purpose()),
                        words(String.join(" ", item.datasets())),
                        words(item.gpuKind()),
                        item.hours().toPlainString(),
                        item.amount().amount().toPlainString(),
                        item.committed().amount().toPlainString(),
                        item.amount().currency());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** People's words on one line; what a spreadsheet would take for a formula is made plain. */
    private static String words(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.matches("[=+@-].*") ? "'" + line : line;
    }
}
