package dev.quartermaster.intents.reading.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Something about the golden paths' examples that the reader cannot make sense of, for those who write them. */
public sealed interface Finding {

    /** One sentence for people: what is the matter, and what to do about it. */
    String words();

    /** An example that, were it not an example, would be read as something else. @param as a path, or a verb's word */
    record Misread(String path, String says, String as) implements Finding {
        @Override
        public String words() {
            return "%s says \"%s\", which reads as %s: make it more particular or take it away."
                    .formatted(path, says, as);
        }
    }

    /** Two paths whose examples are taken for each other's. @param examples how many of all they have */
    record Confusable(String one, String other, int examples, int all) implements Finding {
        @Override
        public String words() {
            return "%s and %s can hardly be told apart: %d of their %d examples read as the other's. Say in each what only it is for."
                    .formatted(one, other, examples, all);
        }
    }

    private static void strings(DataOutputStream out, String... strings) throws IOException {
        for (var string : strings) {
            out.writeUTF(string);
        }
    }

    /** Into the cache. */
    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Misread misread -> {
                out.writeBoolean(true);
                strings(out, misread.path, misread.says, misread.as);
            }
            case Confusable pair -> {
                out.writeBoolean(false);
                strings(out, pair.one, pair.other);
                out.writeInt(pair.examples);
                out.writeInt(pair.all);
            }
        }
    }

    /** From the cache. */
    static Finding read(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? new Misread(in.readUTF(), in.readUTF(), in.readUTF())
                : new Confusable(in.readUTF(), in.readUTF(), in.readInt(), in.readInt());
    }
}
