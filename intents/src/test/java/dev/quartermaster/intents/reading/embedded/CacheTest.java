package dev.quartermaster.intents.reading.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept between starts is taken over whole or made anew. */
class CacheTest {

    private static final Digest VERSION = Digest.of("some examples");
    private static final Digest LESSON = Digest.of("what was made of them");

    @TempDir
    Path folder;

    private final Trained trained = learnt();

    private LessonFile file;

    @BeforeEach
    void keep() {
        file = new LessonFile(folder);
        var finding = new Finding.Confusable("a", "b", 3, 9);
        file.write(
                VERSION,
                LESSON,
                new LessonFile.Kept(trained, Distrust.none(), Map.of("notebook", 4), List.of(finding)));
    }

    @Test
    void whatIsReadBackScoresTheSame() {
        var kept = file.read(VERSION).orElseThrow();
        var before = trained.score("stop it", vector(1));
        var after = kept.trained().score("stop it", vector(1));
        assertThat(after.odds()).isEqualTo(before.odds());
        assertThat(after.beyond()).isEqualTo(before.beyond());
        assertThat(after.nearest()).isEqualTo(before.nearest());
        assertThat(kept.trained().bars()).isEqualTo(trained.bars());
        assertThat(kept.words()).isEqualTo(Map.of("notebook", 4));
        assertThat(kept.findings()).containsExactly(new Finding.Confusable("a", "b", 3, 9));
    }

    @Test
    void otherWordsThatComeToTheSameLessonGetTheseWeights() {
        assertThat(file.read(LESSON)).isPresent();
    }

    @Test
    void otherExamplesDoNotGetTheseWeights() {
        assertThat(file.read(Digest.of("other examples"))).isEmpty();
    }

    @Test
    void aBrokenFileIsAsGoodAsNone() throws IOException {
        var path = folder.resolve("lesson.bin");
        var whole = Files.readAllBytes(path);
        for (var at = 0; at < whole.length; at += 9_973) {
            var broken = whole.clone();
            broken[at] ^= 0x10;
            Files.write(path, broken);
            assertThat(file.read(VERSION)).isEmpty();
        }
        Files.write(path, Arrays.copyOf(whole, whole.length / 2));
        assertThat(file.read(VERSION)).isEmpty();
        Files.write(path, new byte[0]);
        assertThat(file.read(VERSION)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTimeOnly() throws IOException {
        var occupied = Files.writeString(folder.resolve("occupied"), "a file");
        var nowhere = new LessonFile(occupied);
        nowhere.write(VERSION, LESSON, new LessonFile.Kept(trained, Distrust.none(), Map.of(), List.of()));
        assertThat(nowhere.read(VERSION)).isEmpty();
    }

    private static Trained learnt() {
        var examples = new ArrayList<Example>();
        var vectors = new ArrayList<float[]>();
        for (var n = 0; n < 12; n++) {
            examples.add(new Example("launch", "start number " + n));
            vectors.add(vector(0));
            examples.add(new Example("stop", "stop number " + n));
            vectors.add(vector(1));
            examples.add(new Example("outofscope", "the weather on day " + n));
            vectors.add(vector(2));
        }
        return Trained.from(examples, vectors.toArray(float[][]::new));
    }

    private static float[] vector(int direction) {
        var vector = new float[Vectors.SIZE];
        vector[direction] = 1;
        return vector;
    }
}
