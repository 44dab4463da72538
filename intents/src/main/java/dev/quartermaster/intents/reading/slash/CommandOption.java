package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.reading.slash.Pieces.Piece;
import java.util.List;

/**
 * An option of what stands around a command, such as the reason of {@code break-glass launch … --reason "…"}.
 *
 * @param value empty where there is none
 * @param rest the command without it
 */
public record CommandOption(String value, String rest) {

    /** What is quoted is never looked into: a purpose may speak of a {@code --reason}. Unquoted words count up to the next option. */
    public static CommandOption take(String command, String name) {
        List<Piece> pieces = Pieces.located(command);
        for (int number = 0; number < pieces.size(); number++) {
            Piece piece = pieces.get(number);
            if (piece.text().equals("--" + name) && !piece.quoted()) {
                int last = last(command, pieces, number);
                Piece end = pieces.get(last);
                String value = last == number
                        ? ""
                        : last == number + 1
                                ? end.text()
                                : command.substring(pieces.get(number + 1).start(), end.end());
                String rest = command.substring(0, piece.start()) + command.substring(end.end());
                return new CommandOption(value.strip(), rest.strip());
            }
        }
        return new CommandOption("", command.strip());
    }

    private static int last(String command, List<Piece> pieces, int option) {
        if (option + 1 < pieces.size() && command.charAt(pieces.get(option + 1).start() - 1) == '=') {
            return option + 1;
        }
        int last = option;
        while (last + 1 < pieces.size()) {
            Piece next = pieces.get(last + 1);
            boolean quoted = next.quoted();
            if (quoted && last > option || !quoted && next.text().startsWith("--")) {
                return last;
            }
            last++;
            if (quoted) {
                return last;
            }
        }
        return last;
    }
}
