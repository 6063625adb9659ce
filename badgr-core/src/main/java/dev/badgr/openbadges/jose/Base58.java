package dev.badgr.openbadges.jose;

import dev.badgr.openbadges.json.Malformed;
import java.math.BigInteger;

/** Bytes in the base 58 of Bitcoin, as multibase writes them after a {@code z}. Safe for use by many threads. */
public final class Base58 {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    /** The work grows with the square of the length; no key or signature comes near it. */
    private static final int LONGEST = 3000;

    private Base58() {}

    /** The text of these bytes. */
    public static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append('1');
        }
        return text.reverse().toString();
    }

    /** The bytes of this text. @throws Malformed if it is none */
    public static byte[] parse(String text) {
        if (text.length() > LONGEST) {
            throw new Malformed("base58: over " + LONGEST + " characters");
        }
        BigInteger value = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new Malformed("base58: a character that is none of its digits");
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
            zeros += digit == 0 && zeros == i ? 1 : 0;
        }
        return padded(value, zeros);
    }

    private static byte[] padded(BigInteger value, int zeros) {
        byte[] magnitude = value.signum() == 0 ? new byte[0] : value.toByteArray();
        int sign = magnitude.length > 0 && magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
        return bytes;
    }
}
