package dev.quartermaster.intents.reading.text;

/** Words as the person wrote them and where: {@code start} inclusive, {@code end} exclusive, in UTF-16 units. */
public record Words(String text, int start, int end) {

    public Words {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No such span: " + start + " to " + end);
        }
    }

    public static Words in(String text, int start, int end) {
        return new Words(text.substring(start, end), start, end);
    }

    public boolean overlaps(Words other) {
        return start < other.end && other.start < end;
    }
}
