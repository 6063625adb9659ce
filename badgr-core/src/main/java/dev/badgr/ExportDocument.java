package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.backpack.Collection;
import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.Shareable;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.port.Actor;
import dev.badgr.port.AuditRecord;
import dev.badgr.port.Import;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.text.Bytes;
import dev.badgr.text.Messages;
import java.util.Base64;

/**
 * What the parts of an export say. The names and their meaning are in {@code export-1.schema.json}: what is added here is added
 * there.
 */
record ExportDocument(JsonOut json) {
    static final String FORMAT = "badgr-export";
    static final int VERSION = 1;

    void account(Account account) {
        json.object("account", () -> {
            json.text("id", account.id());
            json.text("firstName", account.name().firstName());
            json.text("lastName", account.name().lastName());
            json.flag("hasPassword", account.password().isPresent());
            json.text("createdAt", account.createdAt());
            json.text("disabledAt", account.disabledAt());
        });
        json.object("preferences", () -> {
            json.text("language", account.preferences().language().toLanguageTag());
            json.text("zone", account.preferences().zone());
        });
        json.objects("emails", account.emails(), email -> email(email, account));
        json.objects("socialAccounts", account.identities(), this::socialAccount);
    }

    void termsConsent(TermsConsent consent) {
        json.text("version", consent.version());
        json.text("sha256", consent.sha256());
        json.text("language", consent.locale().toLanguageTag());
        json.text("agreedAt", consent.agreedAt());
        json.text("wayIn", Messages.dashed(consent.wayIn().name()));
        json.text("evidence", consent.evidence());
    }

    void emailUpdate(MarketingConsent choice) {
        json.flag("granted", choice.granted());
        json.text("decidedAt", choice.at());
        json.text("way", Messages.dashed(choice.way().name()));
    }

    void shareLink(ShareLink link) {
        json.text("id", link.id());
        if (link.target() instanceof Shareable.OneBadge one) {
            json.text("badge", one.award());
        } else if (link.target() instanceof Shareable.WholeCollection whole) {
            json.text("collection", whole.collection());
        }
        json.text("createdAt", link.createdAt());
        json.text("expiresAt", link.expiresAt());
        json.text("revokedAt", link.revokedAt());
        json.number("views", link.views());
    }

    void collection(Collection collection) {
        json.text("id", collection.id());
        json.text("name", collection.name());
        json.text("description", collection.description());
        json.text("createdAt", collection.createdAt());
        json.texts("badges", collection.awards());
    }

    void credential(Import copy) {
        json.text("badge", copy.award());
        json.text("mediaType", copy.form().mediaType());
        json.text("source", copy.source());
        json.text("importedAt", copy.importedAt());
        String text = copy.content().text();
        // Unchanged is what counts: what is no whole UTF-8 is not taken for text.
        if (copy.form().isText() && Bytes.of(text).equals(copy.content())) {
            json.text("text", text);
        } else {
            json.text(
                    "base64", Base64.getEncoder().encodeToString(copy.content().toArray()));
        }
    }

    void record(AuditRecord record) {
        json.text("at", record.at());
        json.text("event", Messages.dashed(record.event().name()));
        json.text("detail", record.detail());
        if (record.actor() instanceof Actor.Person person) {
            json.text("by", "person");
            json.text("client", person.client().value());
        } else if (record.actor() instanceof Actor.Staff staff) {
            // Not which member: that is not the person's to have.
            json.text("by", "staff");
            json.text("reason", staff.reason());
        } else {
            json.text("by", "host");
        }
    }

    private void email(VerifiedEmail email, Account account) {
        json.text("address", email.address().text());
        json.flag("primary", email.recipient().equals(account.primary()));
        json.text("verifiedAt", email.verifiedAt());
    }

    private void socialAccount(ExternalIdentity identity) {
        json.text("issuer", identity.issuer());
        json.text("subject", identity.subject());
    }
}
