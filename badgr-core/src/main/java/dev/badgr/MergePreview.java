package dev.badgr;

import dev.badgr.account.ExternalIdentity;
import dev.badgr.backpack.CollectionSummary;
import dev.badgr.email.VerifiedEmail;
import java.util.List;

/**
 * What merging another account into this one would mean.
 *
 * @param emails the addresses that would come, oldest first
 * @param identities the social accounts that would come
 * @param collections the collections of badges that would come, newest first
 * @param shareLinks how many share links would come; no more than 1,000 are counted
 * @param termsConsents how many consents to the Terms would be added to this account's
 * @param emailUpdates how many choices about e-mail updates would be added to this account's
 * @param conflicts where the two accounts differ, and what would become of it
 */
public record MergePreview(
        List<ComingEmail> emails,
        List<ExternalIdentity> identities,
        List<CollectionSummary> collections,
        int shareLinks,
        int termsConsents,
        int emailUpdates,
        List<MergeConflict> conflicts) {

    /**
     * An address that would come.
     *
     * @param email the address
     * @param badges how many badges it would bring to the Backpack
     */
    public record ComingEmail(VerifiedEmail email, long badges) {}

    public MergePreview {
        emails = List.copyOf(emails);
        identities = List.copyOf(identities);
        collections = List.copyOf(collections);
        conflicts = List.copyOf(conflicts);
    }

    /** How many badges would come to the Backpack in all. */
    public long badges() {
        return emails.stream().mapToLong(ComingEmail::badges).sum();
    }

    /** Whether nothing stands against merging. */
    public boolean isPossible() {
        return conflicts.stream().noneMatch(MergeConflict::blocks);
    }
}
