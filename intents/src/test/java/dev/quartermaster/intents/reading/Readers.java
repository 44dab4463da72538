package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.intents.reading.slash.SlashReader;
import dev.quartermaster.prompts.Prompts;
import java.nio.file.Path;
import java.util.List;

/** One trained reader for all tests of this JVM: learning takes seconds. Its cache lies with the build's other output. */
public final class Readers {

    public static final EmbeddedReader EMBEDDED = new EmbeddedReader(new Prompts(), Path.of("target", "reader"));

    public static final Interpreter ALL = new Interpreter(List.of(new SlashReader(), EMBEDDED));

    private Readers() {}

    /** Run by the build before the tests, on all cores: in the midst of them it takes longer, and they wait for it. */
    public static void main(String[] arguments) {
        EMBEDDED.prepare(Sample.KNOWN);
        // The tokenizer's library leaves threads behind.
        System.exit(0);
    }

    public static Reading read(String text) {
        return read(text, new Context.None());
    }

    public static Reading read(String text, Context context) {
        return ALL.read(Sample.says(text), context, Sample.KNOWN);
    }
}
