package dev.badgr.email;

import java.util.Objects;

/**
 * What makes two spellings one mailbox: the local part with A to Z in lower case, and the domain as lower-case IDNA
 * A-labels. Characters outside ASCII keep their identity, so look-alikes never meet.
 *
 * @param value such as {@code mia@school.edu}
 */
public record EmailKey(String value) {
    public EmailKey {
        Objects.requireNonNull(value, "value");
        if (value.lastIndexOf('@') < 1 || !value.equals(EmailAddress.asciiLowerCase(value))) {
            throw new IllegalArgumentException("value: not the key of an address");
        }
    }

    /** The one function that makes keys. */
    public static EmailKey of(EmailAddress address) {
        return new EmailKey(EmailAddress.asciiLowerCase(address.localPart()) + "@" + address.asciiDomain());
    }

    /** The domain, as A-labels. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Masked; {@link #value()} has it in full. */
    @Override
    public String toString() {
        return Character.toString(value.codePointAt(0)) + "•••@" + domain();
    }
}
