package dev.quartermaster.actions.provider.kubernetes;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A key that opens a machine by SSH: ECDSA on P-256, which every client reads as PKCS #8.
 *
 * @param authorised the line of an {@code authorized_keys} file (RFC 5656)
 */
record SshKey(String secret, String authorised) {
    private static final String KIND = "ecdsa-sha2-nistp256";
    private static final String CURVE = "nistp256";
    /** Bytes of a coordinate. */
    private static final int COORDINATE = 32;

    static SshKey fresh(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            return new SshKey(
                    "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----",
                    KIND + " " + Base64.getEncoder().encodeToString(wire((ECPublicKey) pair.getPublic())));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] wire(ECPublicKey key) {
        ByteArrayOutputStream point = new ByteArrayOutputStream();
        point.write(4);
        point.writeBytes(fixed(key.getW().getAffineX()));
        point.writeBytes(fixed(key.getW().getAffineY()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : new byte[][] {
            KIND.getBytes(StandardCharsets.US_ASCII), CURVE.getBytes(StandardCharsets.US_ASCII), point.toByteArray()
        }) {
            all.writeBytes(ByteBuffer.allocate(4).putInt(each.length).array());
            all.writeBytes(each);
        }
        return all.toByteArray();
    }

    private static byte[] fixed(BigInteger coordinate) {
        byte[] bytes = coordinate.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    @Override
    public String toString() {
        return "SshKey[" + authorised + "]";
    }
}
