package dev.quartermaster.intents.reading.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was learnt, kept under the hash of everything it was learnt from. */
final class LessonFile {

    /** @param words of the examples, for the spelling */
    record Kept(Trained trained, Distrust distrust, Map<String, Integer> words, List<Finding> findings) {}

    private static final String NAME = "lesson.bin";

    private final @Nullable Path file;

    /** @param folder null: nothing is kept */
    LessonFile(@Nullable Path folder) {
        this.file = folder == null ? null : folder.resolve(NAME);
    }

    /**
     * From the folder, else from what the build learnt for the default organisation.
     *
     * @param version as it was written with, as either of the two
     */
    Optional<Kept> read(Digest version) {
        WholeFile.Content<Optional<Kept>> wanted = in -> {
            var written = Digest.read(in);
            var lesson = Digest.read(in);
            return written.equals(version) || lesson.equals(version) ? Optional.of(kept(in)) : Optional.empty();
        };
        var own = file == null
                ? Optional.<Kept>empty()
                : WholeFile.read(file, wanted).flatMap(kept -> kept);
        return own.or(() -> WholeFile.readBuilt(NAME, wanted).flatMap(kept -> kept));
    }

    /**
     * @param written hash of the examples as people wrote them, known at once
     * @param lesson hash of what was made of them and learnt, known after seconds; where it is the same, so are the weights
     */
    void write(Digest written, Digest lesson, Kept kept) {
        if (file != null) {
            WholeFile.write(file, out -> {
                written.write(out);
                lesson.write(out);
                write(out, kept);
            });
        }
    }

    private static void write(DataOutputStream out, Kept kept) throws IOException {
        write(out, kept.trained());
        write(out, kept.distrust().trained());
        out.writeDouble(kept.distrust().doubt());
        out.writeDouble(kept.distrust().certain());
        out.writeInt(kept.words().size());
        for (var word : kept.words().entrySet()) {
            out.writeUTF(word.getKey());
            out.writeInt(word.getValue());
        }
        out.writeInt(kept.findings().size());
        for (var finding : kept.findings()) {
            finding.write(out);
        }
    }

    private static void write(DataOutputStream out, Trained trained) throws IOException {
        writeWords(out, trained.labels());
        write(out, trained.models());
        out.writeFloat(trained.fusion().meaning());
        out.writeFloat(trained.fusion().words());
        out.writeFloat(trained.fusion().alike());
        write(out, trained.beyond().weights());
        var bars = trained.bars();
        for (var bar : new double[] {bars.ask(), bars.margin(), bars.act(), bars.beyond()}) {
            out.writeDouble(bar);
        }
    }

    private static Trained trained(DataInputStream in) throws IOException {
        var labels = readWords(in);
        var models = models(in, labels.size());
        var fusion = new Fusion(in.readFloat(), in.readFloat(), in.readFloat());
        var beyond = new Beyond(readNumbers(in));
        return new Trained(
                labels,
                models,
                fusion,
                beyond,
                new Bars(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
    }

    private static Kept kept(DataInputStream in) throws IOException {
        var trained = trained(in);
        var distrust = new Distrust(trained(in), in.readDouble(), in.readDouble());
        var words = new HashMap<String, Integer>();
        for (var left = in.readInt(); left > 0; left--) {
            words.put(in.readUTF(), in.readInt());
        }
        var findings = new ArrayList<Finding>();
        for (var left = in.readInt(); left > 0; left--) {
            findings.add(Finding.read(in));
        }
        return new Kept(trained, distrust, words, findings);
    }

    private static void write(DataOutputStream out, Models models) throws IOException {
        write(out, models.softmax().weights());
        var ngrams = models.ngrams();
        for (var row : ngrams.rows()) {
            out.writeChar(row);
        }
        write(out, ngrams.weights());
        var nearby = models.nearby();
        var bytes = new byte[nearby.numbers().length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(nearby.numbers()[i] * Nearby.SCALE);
        }
        out.writeInt(bytes.length);
        out.write(bytes);
        for (var start : nearby.starts()) {
            out.writeInt(start);
        }
    }

    private static Models models(DataInputStream in, int labels) throws IOException {
        var softmax = new Softmax(readNumbers(in), labels);
        var rows = new char[Ngrams.DIMENSIONS];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = in.readChar();
        }
        var ngrams = new NgramModel(rows, readNumbers(in), labels);
        var bytes = in.readNBytes(in.readInt());
        var numbers = new float[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            numbers[i] = bytes[i] / Nearby.SCALE;
        }
        var starts = new int[labels + 1];
        for (var i = 0; i < starts.length; i++) {
            starts[i] = in.readInt();
        }
        return new Models(softmax, ngrams, new Nearby(numbers, starts));
    }

    private static void write(DataOutputStream out, float[] numbers) throws IOException {
        var bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    private static float[] readNumbers(DataInputStream in) throws IOException {
        var numbers = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(numbers.length * Float.BYTES))
                .asFloatBuffer()
                .get(numbers);
        return numbers;
    }

    private static void writeWords(DataOutputStream out, List<String> words) throws IOException {
        out.writeInt(words.size());
        for (var word : words) {
            out.writeUTF(word);
        }
    }

    private static List<String> readWords(DataInputStream in) throws IOException {
        var words = new ArrayList<String>();
        for (var left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        return words;
    }
}
