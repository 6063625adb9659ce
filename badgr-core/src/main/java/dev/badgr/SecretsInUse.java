package dev.badgr;

import dev.badgr.email.CodeKeys;
import dev.badgr.email.HmacKey;
import dev.badgr.port.Misconfigured;
import dev.badgr.port.Storage;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The host's secrets, asked for at each use: those under codes may change meanwhile, the one under addresses may not. */
final class SecretsInUse {
    private final Supplier<Secrets> source;
    private final Secrets first;
    /** What was looked at last, so that it is looked at once. */
    private volatile Secrets seen;

    SecretsInUse(Supplier<Secrets> source) {
        this.source = source;
        this.first = given();
        this.seen = first;
    }

    HmacKey recipients() {
        return first.recipients();
    }

    /** The recipient secret, and those from before. */
    List<HmacKey> withFormer() {
        return Stream.concat(Stream.of(recipients()), now().formerRecipients().stream())
                .toList();
    }

    CodeKeys codes() {
        return now().codes();
    }

    /** All of them, as they are now. */
    @SuppressWarnings("ReferenceEquality") // another object is looked at once more, though it may be equal
    Secrets now() {
        Secrets now = given();
        if (now != seen) {
            if (!now.installationCheck().equals(first.installationCheck())) {
                throw new Misconfigured("The recipient secret changed while badgr runs. Hand in the one that it was"
                        + " started with: only the keys for codes can be rotated.");
            }
            seen = now;
        }
        return now;
    }

    /** Rows under two secrets would neither meet nor dedupe. */
    void requireInstallation(Storage storage) {
        String check = first.installationCheck();
        if (!storage.installationCheck(check).equals(check)) {
            throw new Misconfigured("This storage was set up under another recipient secret. Start with that one:"
                    + " under a new one, no stored address or award would be found.");
        }
    }

    private Secrets given() {
        return Objects.requireNonNull(source.get(), "secrets");
    }
}
