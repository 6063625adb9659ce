package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.ExternalIdentity;
import dev.badgr.award.Award;
import dev.badgr.award.Badge;
import dev.badgr.award.Issuer;
import dev.badgr.award.Revocation;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.ShareLink;
import dev.badgr.email.VerifiedEmail;
import dev.badgr.terms.MarketingConsent;
import dev.badgr.terms.TermsConsent;
import dev.badgr.text.Messages;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The parts of an export, each written when it is known. The names and their meaning are in {@code export-1.schema.json}: what
 * is added here is added there.
 */
final class ExportDocument implements AutoCloseable {
    private static final String FORMAT = "badgr-export";
    private static final int VERSION = 1;
    /** What is not complete is left without its end, so that nobody takes it for a document. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator json;

    private ExportDocument(JsonGenerator json) {
        this.json = json;
    }

    static ExportDocument to(OutputStream stream) {
        return new ExportDocument(JSON.createGenerator(ObjectWriteContext.empty(), stream, JsonEncoding.UTF8));
    }

    void begin(Instant now) {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("version", VERSION);
        write("exportedAt", now);
    }

    void account(Account account) {
        json.writeObjectPropertyStart("account");
        write("id", account.id());
        json.writeStringProperty("firstName", account.name().firstName());
        json.writeStringProperty("lastName", account.name().lastName());
        json.writeBooleanProperty("hasPassword", account.password().isPresent());
        write("createdAt", account.createdAt());
        write("disabledAt", account.disabledAt());
        json.writeEndObject();
        json.writeObjectPropertyStart("preferences");
        json.writeStringProperty("language", account.preferences().language().toLanguageTag());
        write("zone", account.preferences().zone());
        json.writeEndObject();
        json.writeArrayPropertyStart("emails");
        account.emails().forEach(email -> email(email, email.recipient().equals(account.primary())));
        json.writeEndArray();
        json.writeArrayPropertyStart("socialAccounts");
        account.identities().forEach(this::socialAccount);
        json.writeEndArray();
    }

    void termsConsents(List<TermsConsent> consents) {
        json.writeArrayPropertyStart("termsConsents");
        consents.forEach(this::termsConsent);
        json.writeEndArray();
    }

    void emailUpdates(List<MarketingConsent> choices) {
        json.writeArrayPropertyStart("emailUpdates");
        choices.forEach(this::emailUpdate);
        json.writeEndArray();
    }

    void shareLinks(List<ShareLink> links) {
        json.writeArrayPropertyStart("shareLinks");
        links.forEach(this::shareLink);
        json.writeEndArray();
    }

    void beginBadges() {
        json.writeArrayPropertyStart("badges");
    }

    void badge(BackpackEntry entry) {
        Award award = entry.award();
        json.writeStartObject();
        write("id", award.id());
        json.writeStringProperty("state", Messages.dashed(award.state().name()));
        write("refusal", award.refusal());
        json.writeStringProperty("address", award.address().text());
        write("issuedOn", award.issuedOn());
        write("expiresAt", award.expires());
        write("narrative", award.narrative());
        evidence(award);
        write("externalKey", award.externalKey());
        award.revocation().ifPresent(this::revocation);
        json.writeBooleanProperty("readdressed", award.readdressedTo().isPresent());
        definition(entry.badge());
        json.writeEndObject();
    }

    void endBadges() {
        json.writeEndArray();
    }

    void end() {
        json.writeEndObject();
        json.flush();
    }

    @Override
    public void close() {
        json.close();
    }

    private void email(VerifiedEmail email, boolean primary) {
        json.writeStartObject();
        json.writeStringProperty("address", email.address().text());
        json.writeBooleanProperty("primary", primary);
        write("verifiedAt", email.verifiedAt());
        json.writeEndObject();
    }

    private void socialAccount(ExternalIdentity identity) {
        json.writeStartObject();
        json.writeStringProperty("issuer", identity.issuer());
        json.writeStringProperty("subject", identity.subject());
        json.writeEndObject();
    }

    private void termsConsent(TermsConsent consent) {
        json.writeStartObject();
        json.writeStringProperty("version", consent.version());
        json.writeStringProperty("sha256", consent.sha256());
        json.writeStringProperty("language", consent.locale().toLanguageTag());
        write("agreedAt", consent.agreedAt());
        json.writeStringProperty("wayIn", Messages.dashed(consent.wayIn().name()));
        write("evidence", consent.evidence());
        json.writeEndObject();
    }

    private void emailUpdate(MarketingConsent choice) {
        json.writeStartObject();
        json.writeBooleanProperty("granted", choice.granted());
        write("decidedAt", choice.at());
        json.writeEndObject();
    }

    private void shareLink(ShareLink link) {
        json.writeStartObject();
        json.writeStringProperty("id", link.id());
        write("badge", link.award());
        write("createdAt", link.createdAt());
        write("expiresAt", link.expiresAt());
        write("revokedAt", link.revokedAt());
        json.writeEndObject();
    }

    private void evidence(Award award) {
        json.writeArrayPropertyStart("evidence");
        award.evidence().forEach(item -> {
            json.writeStartObject();
            write("url", item.url());
            write("narrative", item.narrative());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void revocation(Revocation revocation) {
        json.writeObjectPropertyStart("revocation");
        write("at", revocation.at());
        json.writeStringProperty("reason", revocation.reason());
        json.writeEndObject();
    }

    private void definition(Badge badge) {
        json.writeObjectPropertyStart("badge");
        write("id", badge.id());
        json.writeStringProperty("name", badge.name());
        json.writeStringProperty("description", badge.description());
        json.writeStringProperty("criteria", badge.criteria());
        write("image", badge.image());
        json.writeArrayPropertyStart("tags");
        badge.tags().forEach(json::writeString);
        json.writeEndArray();
        issuer(badge.issuer());
        json.writeEndObject();
    }

    private void issuer(Issuer issuer) {
        json.writeObjectPropertyStart("issuer");
        write("id", issuer.id());
        json.writeStringProperty("name", issuer.name());
        write("url", issuer.url());
        issuer.email().ifPresent(email -> json.writeStringProperty("email", email.text()));
        json.writeEndObject();
    }

    /** Something whose {@code toString} is its text; nothing where there is none. */
    private void write(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(there -> write(name, there));
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
