package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.Bytes;

import java.math.BigInteger;

/**
 * P-256 (FIPS 186-4 D.1.2.3) in plain integers: what device function 2 and kem 3 compute, not in
 * constant time.
 */
public final class P256 {
    /**
     * A point of the curve.
     *
     * @param candidate how many candidates were refused before it
     */
    public record Point(BigInteger x, BigInteger y, int candidate) {
        public byte[] xBytes() {
            return P256.bytes(x);
        }

        /** Uncompressed. */
        public byte[] bytes() {
            return Bytes.concat(Bytes.u8(4), P256.bytes(x), P256.bytes(y));
        }
    }

    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final BigInteger P =
            hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger B =
            hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    private static final Point BASE =
            new Point(
                    hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
                    hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
                    0);

    private P256() {}

    /** FORMAT.md §6.2, steps 1 to 4. */
    public static Point hashToPoint(byte[] input) {
        for (int candidate = 0; candidate < 256; candidate++) {
            byte[] digest = TestCrypto.sha256(Bytes.ascii("idv1/h2c"), input, Bytes.u8(candidate));
            BigInteger x = new BigInteger(1, digest);
            if (x.compareTo(P) >= 0) continue;
            BigInteger square = square(x);
            BigInteger root = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
            if (!root.multiply(root).mod(P).equals(square)) continue;
            return new Point(x, root.testBit(0) ? P.subtract(root) : root, candidate);
        }
        throw new AssertionError("no point");
    }

    /** {@code null}: it is no point of the curve. */
    public static Point at(byte[] x, byte[] y) {
        BigInteger across = new BigInteger(1, x);
        BigInteger up = new BigInteger(1, y);
        boolean isOnCurve = up.multiply(up).mod(P).equals(square(across));
        return isOnCurve && across.compareTo(P) < 0 && up.compareTo(P) < 0
                ? new Point(across, up, 0)
                : null;
    }

    public static Point publicKey(byte[] scalar) {
        return product(scalar, BASE);
    }

    /** The x-coordinate. */
    public static byte[] multiple(byte[] scalar, Point point) {
        return product(scalar, point).xBytes();
    }

    private static Point product(byte[] scalar, Point point) {
        BigInteger factor = new BigInteger(1, scalar);
        Point sum = null;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            if (sum != null) sum = add(sum, sum);
            if (factor.testBit(bit)) sum = sum == null ? point : add(sum, point);
        }
        return sum;
    }

    private static Point add(Point a, Point b) {
        boolean isSame = a.x.equals(b.x);
        BigInteger rise =
                isSame
                        ? a.x.multiply(a.x).subtract(BigInteger.ONE).multiply(THREE)
                        : b.y.subtract(a.y);
        BigInteger run = isSame ? a.y.shiftLeft(1) : b.x.subtract(a.x);
        BigInteger slope = rise.multiply(run.modInverse(P));
        BigInteger x = slope.multiply(slope).subtract(a.x).subtract(b.x).mod(P);
        return new Point(x, slope.multiply(a.x.subtract(x)).subtract(a.y).mod(P), 0);
    }

    private static BigInteger square(BigInteger x) {
        return x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P);
    }

    private static BigInteger hex(String text) {
        return new BigInteger(text, 16);
    }

    private static byte[] bytes(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[32];
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, bytes, 32 - length, length);
        return bytes;
    }
}
