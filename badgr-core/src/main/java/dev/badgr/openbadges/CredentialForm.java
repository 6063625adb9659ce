package dev.badgr.openbadges;

/** In what form a badge came. */
public enum CredentialForm {
    /** JSON as it is. */
    JSON("application/json"),
    /** A JSON Web Token or Signature in its compact form (RFC 7515, 7.1; RFC 7519). */
    JWT("application/jwt"),
    /** Baked into a PNG. */
    PNG("image/png"),
    /** Baked into an SVG. */
    SVG("image/svg+xml");

    private final String mediaType;

    CredentialForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What to serve it as. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is text in UTF-8. */
    public boolean isText() {
        return this == JSON || this == JWT;
    }

    /** Told by how it begins. What is none of these is a JWT by this, and no verifier takes it for one. */
    public static CredentialForm of(byte[] received) {
        int start = 0;
        // Also what the byte order mark of UTF-8 is made of.
        while (start < received.length && isBlank(received[start])) {
            start++;
        }
        int first = start < received.length ? received[start] & 0xFF : 0;
        return switch (first) {
            case '{', '[', '"' -> JSON;
            case '<' -> SVG;
            case 0x89 -> PNG;
            default -> JWT;
        };
    }

    private static boolean isBlank(byte octet) {
        boolean mark = octet == (byte) 0xEF || octet == (byte) 0xBB || octet == (byte) 0xBF;
        return mark || (octet >= 0 && octet <= ' ');
    }
}
