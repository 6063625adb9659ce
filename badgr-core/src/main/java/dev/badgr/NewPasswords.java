package dev.badgr;

import dev.badgr.account.NewPassword;
import dev.badgr.account.Password;
import dev.badgr.account.PasswordHash;
import dev.badgr.account.PersonName;
import dev.badgr.email.EmailAddress;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a chosen password and, only if all of the form is well, spends the time to hash it. */
final class NewPasswords {
    private final Setup setup;

    NewPasswords(Setup setup) {
        this.setup = setup;
    }

    /** For a form that is part of a larger one, whose other violations are reported along. */
    Result<PasswordHash> hash(NewPassword form, List<EmailAddress> addresses, List<Violation> others) {
        return hash(form, form.personName(), addresses, others);
    }

    Result<PasswordHash> hash(
            NewPassword form, Optional<PersonName> name, List<EmailAddress> addresses, List<Violation> others) {
        List<Violation> violations = new ArrayList<>(others);
        violations.addAll(form.passwordViolations(setup.limits().passwords()));
        if (violations.stream().noneMatch(v -> v.field().equals("password"))) {
            violations.addAll(personal(Password.parse(form.password()), name, addresses));
        }
        if (!violations.isEmpty()) {
            return Result.refused(new Refusal.InvalidInput(violations));
        }
        return setup.hasher()
                .hash(Password.parse(form.password()))
                .map(Result::success)
                .orElseGet(this::busy);
    }

    /** What only the verb can know: the person's addresses, and which passwords are in attackers' lists. */
    private List<Violation> personal(Password password, Optional<PersonName> name, List<EmailAddress> addresses) {
        try {
            setup.limits().passwords().require(password, name, addresses);
        } catch (InvalidValue invalid) {
            return List.of(invalid.violation());
        }
        return setup.compromised().contains(password)
                ? List.of(new Violation("password", "password.compromised", Map.of()))
                : List.of();
    }

    private Result<PasswordHash> busy() {
        return Result.refused(new Refusal.TryLater(setup.now().plusSeconds(5)));
    }
}
