package dev.badgr;

import dev.badgr.account.AccountId;
import dev.badgr.email.RecipientKey;
import dev.badgr.email.UnsubscribeToken;
import dev.badgr.email.UnsubscribeToken.Mailing;
import dev.badgr.port.MergeStore.Tombstone;
import dev.badgr.port.Stores;
import dev.badgr.terms.MarketingConsent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that stop mails, and what they do. */
final class Unsubscribing {
    private final Setup setup;

    Unsubscribing(Setup setup) {
        this.setup = setup;
    }

    UnsubscribeLink emailUpdates(AccountId account) {
        return link(Mailing.EMAIL_UPDATES, account.value());
    }

    UnsubscribeLink awardMails(RecipientKey recipient) {
        return link(Mailing.AWARD_MAILS, recipient.value());
    }

    Result<Mailing> preview(@Nullable String token) {
        return genuine(token).then(genuine -> Result.success(genuine.mailing()));
    }

    Result<Mailing> withdraw(@Nullable String token) {
        return genuine(token).then(genuine -> {
            switch (genuine.mailing()) {
                case EMAIL_UPDATES -> withdraw(new AccountId(genuine.subject()));
                case AWARD_MAILS -> mute(new RecipientKey(genuine.subject()));
            }
            return Result.success(genuine.mailing());
        });
    }

    private void withdraw(AccountId account) {
        MarketingConsent withdrawal = new MarketingConsent(false, setup.now(), MarketingConsent.Way.LINK);
        if (!setup.stores().consents().withdraw(account, withdrawal)) {
            // Or it was merged into another one: the link in an older mail is the person's still.
            setup.stores().merges().of(account).map(Tombstone::survivor).ifPresent(this::withdraw);
        }
    }

    /** The mailbox of a link in an older mail may have another key by now. */
    private void mute(RecipientKey recipient) {
        Stores stores = setup.stores();
        RecipientKey current = stores.formerKeys().successor(recipient).orElse(recipient);
        stores.mailboxes().mute(current, setup.now());
    }

    private Result<UnsubscribeToken> genuine(@Nullable String token) {
        return Typed.parse(() -> UnsubscribeToken.genuine(token, setup.secrets().withFormer()), Result::success);
    }

    private UnsubscribeLink link(Mailing mailing, UUID subject) {
        return setup.site()
                .unsubscribeLink(
                        UnsubscribeToken.of(mailing, subject, setup.secrets().recipients()));
    }
}
