package dev.quartermaster.intents.reading.embedded;

/** Arithmetic on sentence vectors. */
final class Vectors {

    static final int SIZE = 384;

    private Vectors() {}

    /** The same direction, length one; changed in place. */
    static float[] unit(float[] vector) {
        var length = (float) Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (var i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return vector;
    }

    /** Four sums side by side: the compiler may not reorder one. */
    static float dot(float[] one, float[] other) {
        var a = 0f;
        var b = 0f;
        var c = 0f;
        var d = 0f;
        for (var i = 0; i + 3 < other.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        return a + b + c + d;
    }
}
