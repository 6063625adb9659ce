package dev.badgr.account;

import dev.badgr.text.InvalidValue;
import dev.badgr.text.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form on which a person chooses a password and types it twice. */
public interface NewPassword {
    /** The password as typed; {@code null} if the field was missing. */
    @Nullable
    String password();

    /** The password typed again. */
    @Nullable
    String confirmation();

    /** The name on the same form, if there is a usable one; the password must not contain it. */
    default Optional<PersonName> personName() {
        return Optional.empty();
    }

    /** What is wrong with the password and its confirmation; empty if nothing is. */
    default List<Violation> passwordViolations(PasswordPolicy policy) {
        List<Violation> violations = new ArrayList<>();
        try {
            policy.require(Password.parse(password()), personName(), List.of());
        } catch (InvalidValue invalid) {
            violations.add(invalid.violation());
        }
        if (!matches()) {
            violations.add(new InvalidValue("confirmation", "confirmation.different").violation());
        }
        return violations;
    }

    private boolean matches() {
        String password = password();
        return password == null ? confirmation() == null : password.equals(confirmation());
    }
}
