package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.account.PersonName;
import dev.badgr.account.Preferences;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.ErasureStore.Holdings;
import java.util.List;

/**
 * What erasing an account would mean.
 *
 * @param goes what would be gone for good
 * @param stays what would be kept
 */
public record ErasurePreview(Goes goes, Stays stays) {
    /**
     * What would be gone for good. What was sent to and guessed for an address goes on being counted until its window is over.
     *
     * @param name the person's name
     * @param emails the verified addresses, which are free for another account then
     * @param password whether there is one
     * @param identities the linked social accounts, which are free too
     * @param preferences in which language and time zone the person is written to
     * @param imports how many badges from elsewhere
     * @param shareLinks how many links stop
     * @param collections how many collections
     * @param marketingChoices how many entries of the ledger of e-mail updates
     * @param pending how many codes and notices that are under way
     * @param records how many records of what happened to the account
     */
    public record Goes(
            PersonName name,
            List<VerifiedEmail> emails,
            boolean password,
            List<ExternalIdentity> identities,
            Preferences preferences,
            long imports,
            long shareLinks,
            long collections,
            long marketingChoices,
            long pending,
            long records) {
        public Goes {
            emails = List.copyOf(emails);
            identities = List.copyOf(identities);
        }
    }

    /**
     * What would be kept.
     *
     * @param awards how many stay in their issuers' records, each at the address that it was sent to: the account that proves
     *     that address next shows them
     * @param termsConsents how many are kept without a name: version, hash, language, time and occasion, under the receipt
     */
    public record Stays(long awards, long termsConsents) {}

    static ErasurePreview of(Account account, Holdings holdings) {
        Goes goes = new Goes(
                account.name(),
                account.emails(),
                account.password().isPresent(),
                account.identities(),
                account.preferences(),
                holdings.imports(),
                holdings.shareLinks(),
                holdings.collections(),
                holdings.marketingChoices(),
                holdings.challenges() + holdings.notices(),
                holdings.records());
        return new ErasurePreview(goes, new Stays(holdings.awards(), holdings.termsConsents()));
    }
}
