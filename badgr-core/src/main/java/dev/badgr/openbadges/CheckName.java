package dev.badgr.openbadges;

import java.util.Locale;

/** What a line of a report is about. The names stay as they are: hosts may keep them. */
public enum CheckName {
    /** Whether it can be read: its syntax and the limits on what comes in. */
    PARSE,
    /** The JSON-LD contexts. */
    CONTEXT,
    /** The type of the document. */
    TYPE,
    /** What must be there. */
    REQUIRED,
    /** Properties that the contexts do not define. */
    UNDEFINED_TERM,
    /** Whether dates, URLs and numbers have their form. */
    DATA_MODEL,
    /** The picture that it came in or that it names. */
    IMAGE,
    /** Extensions (Open Badges 2.0). */
    EXTENSION,
    /** Whether the document that was fetched has the id that it was fetched by. */
    ID_MISMATCH,
    /** Whether the hosted copy could be had and says the same. */
    HOSTED,
    /** Whether the issuer's id may name an issuer. */
    ISSUER_ID,
    /** Who issued it. */
    ISSUER,
    /** The type of the issuer. */
    ISSUER_TYPE,
    /** The type of the subject. */
    SUBJECT_TYPE,
    /** The type of an identifier. */
    IDENTIFIER_TYPE,
    /** The type of a result. */
    RESULT_TYPE,
    /** The type of a description of a result. */
    RESULT_DESCRIPTION_TYPE,
    /** The type of a profile. */
    PROFILE_TYPE,
    /** The type of evidence. */
    EVIDENCE_TYPE,
    /** Whether the id of the badge lies where its issuer may host badges (Open Badges 2.0, VerificationObject). */
    SCOPE,
    /** JSON schemas that the credential names. */
    SCHEMA,
    /** Whether the signature is good. Says nothing about whose it is. */
    PROOF,
    /** The key that it was made with. */
    VERIFICATION_METHOD,
    /** Whether the issuer's own document names that key. Told apart from {@link #PROOF}; no part of the verdict. */
    ISSUER_BINDING(false),
    /** The claims around a credential in a JWT. */
    JWT_CLAIMS,
    /** Whether its status could be had. */
    STATUS,
    /** Whether its issuer took it back. */
    REVOKED,
    /** Whether it counts no more. */
    EXPIRED,
    /** Whether it ends before it begins. */
    EXPIRES_BEFORE_ISSUED,
    /** Whether it counts already. */
    NOT_YET_VALID,
    /** Whether the newer copy that it names was used. */
    REFRESH,
    /** What others say about it; no part of the verdict. */
    ENDORSEMENT(false),
    /** Whom it was issued to; no part of the verdict. */
    RECIPIENT(false);

    private final boolean decides;

    CheckName() {
        this(true);
    }

    CheckName(boolean decides) {
        this.decides = decides;
    }

    /** Whether the verdict rests on it. */
    public boolean decides() {
        return decides;
    }

    /** Such as {@code expires-before-issued}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
