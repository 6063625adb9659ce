package dev.badgr;

import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.port.PasswordHasher;
import java.util.Optional;

/** Takes no time and protects nothing. */
final class PlainHasher implements PasswordHasher {
    @Override
    public Optional<PasswordHash> hash(Password password) {
        return Optional.of(new PasswordHash(
                "$plain$" + Integer.toHexString(password.value().hashCode())));
    }

    @Override
    public Optional<Boolean> matches(Password password, Optional<PasswordHash> stored) {
        return Optional.of(stored.isPresent() && stored.equals(hash(password)));
    }

    @Override
    public boolean isOutdated(PasswordHash stored) {
        return false;
    }
}
