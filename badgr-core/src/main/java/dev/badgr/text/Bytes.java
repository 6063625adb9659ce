package dev.badgr.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a value: immutable, and equal to others with the same content. */
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of these. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** A text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of them. */
    public byte[] toArray() {
        return content.clone();
    }

    /** How many they are. */
    public int length() {
        return content.length;
    }

    /** Them as text in UTF-8; what is none becomes a replacement character. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Only how many they are. */
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
