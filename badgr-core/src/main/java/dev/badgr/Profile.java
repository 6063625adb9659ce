package dev.badgr;

import dev.badgr.account.PersonName;
import dev.badgr.text.InvalidValue;
import dev.badgr.text.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person fills in once her address is proven: with a password, or for a social account without one. */
public sealed interface Profile permits ProfileForm, SocialProfileForm {
    /** As typed. */
    @Nullable
    String firstName();

    /** As typed. */
    @Nullable
    String lastName();

    /** The version of the Terms that the page showed. */
    @Nullable
    String termsVersion();

    /** Whether the box of the Terms was ticked. */
    boolean termsAccepted();

    /** Whether the box of the e-mail updates was ticked. */
    boolean emailUpdates();

    /** What is wrong with the name and the boxes; empty if nothing is. */
    default List<Violation> profileViolations() {
        List<Violation> violations = new ArrayList<>();
        collect(violations, () -> PersonName.firstName(firstName()));
        collect(violations, () -> PersonName.lastName(lastName()));
        String version = termsVersion();
        if (version == null || version.isBlank()) {
            violations.add(new InvalidValue("termsVersion", "required").violation());
        }
        if (!termsAccepted()) {
            violations.add(new InvalidValue("termsAccepted", "terms.required").violation());
        }
        return violations;
    }

    private static void collect(List<Violation> violations, Runnable parse) {
        try {
            parse.run();
        } catch (InvalidValue invalid) {
            violations.add(invalid.violation());
        }
    }
}
