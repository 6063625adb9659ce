package dev.badgr;

import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Evidence;
import dev.badgr.award.Issuer;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.email.EmailAddress;
import dev.badgr.text.Messages;

/** What an export says of an award; as for {@link ExportDocument}. */
record ExportedBadge(JsonOut json) {
    void write(BackpackEntry entry) {
        Award award = entry.award();
        json.text("id", award.id());
        json.text("state", Messages.dashed(award.state().name()));
        json.text("refusal", award.refusal());
        json.text("address", award.address().text());
        json.text("issuedOn", award.issuedOn());
        json.text("expiresAt", award.expires());
        json.text("narrative", award.narrative());
        json.objects("evidence", award.evidence(), this::evidence);
        json.text("externalKey", award.externalKey());
        award.revocation().ifPresent(this::revocation);
        json.flag("readdressed", award.readdressedTo().isPresent());
        json.text("reissueOf", award.reissueOf());
        json.text("reissuedAs", award.reissuedAs());
        json.object("badge", () -> badge(entry.badge()));
    }

    private void evidence(Evidence item) {
        json.text("url", item.url());
        json.text("narrative", item.narrative());
    }

    private void revocation(Revocation revocation) {
        json.object("revocation", () -> {
            json.text("at", revocation.at());
            json.text("reason", revocation.reason());
        });
    }

    private void badge(Badge badge) {
        json.text("id", badge.id());
        json.text("name", badge.name());
        json.text("description", badge.description());
        json.text("criteria", badge.criteria());
        json.text("image", badge.image());
        json.texts("tags", badge.tags());
        json.object("issuer", () -> issuer(badge.issuer()));
    }

    private void issuer(Issuer issuer) {
        json.text("id", issuer.id());
        json.text("name", issuer.name());
        json.text("url", issuer.url());
        json.text("email", issuer.email().map(EmailAddress::text));
    }
}
