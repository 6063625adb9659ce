package dev.badgr;

import dev.badgr.account.Account;
import dev.badgr.account.AccountId;
import dev.badgr.account.PersonName;
import dev.badgr.email.EmailAddress;
import dev.badgr.terms.TermsConsent;
import dev.badgr.terms.TermsVersion;
import dev.badgr.text.Messages;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A document that shows what a person agreed to: all that is known of it, for whoever has neither the database nor badgr. With
 * the text of the Terms beside it, {@link #isOf} tells that this very text was agreed to.
 *
 * @param account whose consent
 * @param name the person's name, as it is now
 * @param email the primary address, as it is now
 * @param consent the record: version, hash of the text, time, language, occasion, evidence
 * @param url where the text was shown
 */
public record ConsentProof(
        AccountId account, PersonName name, EmailAddress email, TermsConsent consent, Optional<URI> url) {

    static ConsentProof of(Account account, TermsConsent consent, Optional<TermsVersion> text) {
        return new ConsentProof(
                account.id(), account.name(), account.primaryEmail().address(), consent, text.map(TermsVersion::url));
    }

    /** Whether these bytes are, to the last one, the text that was agreed to. */
    public boolean isOf(byte[] text) {
        return consent.isTo(text);
    }

    /** What the document says, by name and in order; all of it one line each. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("account", account.toString());
        fields.put("name", name.firstName() + " " + name.lastName());
        fields.put("email", email.text());
        fields.put("version", consent.version());
        url.ifPresent(where -> fields.put("url", where.toString()));
        fields.put("sha256", consent.sha256());
        fields.put("language", consent.locale().toLanguageTag());
        fields.put("agreedAt", consent.agreedAt().toString());
        fields.put("wayIn", Messages.dashed(consent.wayIn().name()));
        consent.evidence().ifPresent(what -> fields.put("evidence", what));
        return fields;
    }

    /** The document as plain text: a line for each field. */
    public String text() {
        return fields().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Without the person, who is in {@link #text}. */
    @Override
    public String toString() {
        return "ConsentProof[" + account + ", " + consent.version() + "]";
    }
}
