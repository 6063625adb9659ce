package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.terms.MarketingConsent;
import java.util.ArrayList;
import java.util.List;

/** Looks at what two accounts have, and where they differ. */
final class MergePreviews {
    private final Setup setup;

    MergePreviews(Setup setup) {
        this.setup = setup;
    }

    MergePreview of(Account survivor, Account other) {
        List<MarketingConsent> choices = setup.stores().consents().marketing(other.id());
        return new MergePreview(
                other.emails().stream()
                        .map(email -> new MergePreview.ComingEmail(
                                email, setup.stores().backpacks().count(other.id(), email.recipient())))
                        .toList(),
                other.identities(),
                setup.stores().collections().of(other.id()),
                setup.stores().shares().of(other.id()).size(),
                setup.stores().consents().agreed(other.id()).size(),
                choices.size(),
                conflicts(survivor, other, choices));
    }

    private List<MergeConflict> conflicts(Account survivor, Account other, List<MarketingConsent> choices) {
        List<MergeConflict> conflicts = new ArrayList<>();
        int together = survivor.emails().size() + other.emails().size();
        int most = setup.limits().emailsPerAccount();
        if (together > most) {
            conflicts.add(new MergeConflict.TooManyEmails(together, most));
        }
        if (!survivor.name().equals(other.name())) {
            conflicts.add(new MergeConflict.OtherName(survivor.name(), other.name()));
        }
        if (other.password().isPresent()) {
            conflicts.add(new MergeConflict.OtherPassword());
        }
        boolean kept = MarketingConsent.isGranted(setup.stores().consents().marketing(survivor.id()));
        if (kept != MarketingConsent.isGranted(choices)) {
            conflicts.add(new MergeConflict.OtherEmailUpdates(kept));
        }
        if (!survivor.preferences().equals(other.preferences())) {
            conflicts.add(new MergeConflict.OtherPreferences(survivor.preferences(), other.preferences()));
        }
        return conflicts;
    }
}
