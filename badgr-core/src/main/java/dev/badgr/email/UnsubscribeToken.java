package dev.badgr.email;

import dev.badgr.text.Base64Url;
import dev.badgr.text.InvalidValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The signed part of a link in a mail, by which whoever reads the mail stops mails of its kind without signing in. It allows
 * nothing else, and tells nobody who it is for. {@code toString} is redacted.
 *
 * <p>Nothing is stored for it. It has no time at which it expires: it is genuine for as long as the key that it was signed
 * with is in use.
 *
 * @param value a letter and 64 characters of base64url
 */
public record UnsubscribeToken(String value) {
    /** What a token stops. */
    public enum Mailing {
        /** The host's e-mail updates to an account, which the token names by its id. */
        EMAIL_UPDATES('u'),
        /** badgr's own mails about awards to a mailbox, which the token names by its recipient key. */
        AWARD_MAILS('a');

        private final char letter;

        Mailing(char letter) {
            this.letter = letter;
        }
    }

    /** 48 bytes fill 64 characters, so no two texts are the same bytes: 16 of the subject, 32 of the signature. */
    private static final Pattern FORM = Pattern.compile("[ua][A-Za-z0-9_-]{64}");

    private static final int SUBJECT_BYTES = 16;
    private static final int BYTES = 48;

    /** @throws InvalidValue for the field {@code token} */
    public UnsubscribeToken {
        if (!FORM.matcher(value).matches()) {
            throw notGenuine();
        }
    }

    /** Signs that the subject's mails of this kind may be stopped. */
    public static UnsubscribeToken of(Mailing mailing, UUID subject, HmacKey key) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .put(signature(mailing, subject, key));
        return new UnsubscribeToken(mailing.letter + Base64Url.of(bytes.array()));
    }

    /**
     * Reads a token that was signed with one of these keys.
     *
     * @param text the last part of a link, as it came; {@code null} is refused
     * @throws InvalidValue for the field {@code token}, the same whether it was damaged or made up
     */
    public static UnsubscribeToken genuine(@Nullable String text, List<HmacKey> keys) {
        UnsubscribeToken token = new UnsubscribeToken(text == null ? "" : text);
        byte[] signed = Arrays.copyOfRange(token.bytes(), SUBJECT_BYTES, BYTES);
        if (keys.stream()
                .noneMatch(key -> MessageDigest.isEqual(signed, signature(token.mailing(), token.subject(), key)))) {
            throw notGenuine();
        }
        return token;
    }

    /** What it stops. */
    public Mailing mailing() {
        return value.charAt(0) == Mailing.EMAIL_UPDATES.letter ? Mailing.EMAIL_UPDATES : Mailing.AWARD_MAILS;
    }

    /** Whose mails: an account or a mailbox, by the kind of mails. */
    public UUID subject() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public String toString() {
        return "UnsubscribeToken[redacted]";
    }

    private byte[] bytes() {
        return Base64.getUrlDecoder().decode(value.substring(1));
    }

    /** The first part keeps it apart from whatever else is signed with the key. */
    private static byte[] signature(Mailing mailing, UUID subject, HmacKey key) {
        return key.mac("unsubscribe", mailing.name(), subject.toString());
    }

    private static InvalidValue notGenuine() {
        return new InvalidValue("token", "unsubscribe.format");
    }
}
