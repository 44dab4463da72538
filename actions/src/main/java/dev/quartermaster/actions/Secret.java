package dev.quartermaster.actions;

/** A password, key or token as it was configured; never printed. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
