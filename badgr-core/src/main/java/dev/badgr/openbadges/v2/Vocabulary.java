package dev.badgr.openbadges.v2;

import static dev.badgr.openbadges.v2.Property.optional;
import static dev.badgr.openbadges.v2.Property.required;

import dev.badgr.openbadges.v2.Property.Need;
import java.util.List;
import java.util.stream.Stream;

/** Which properties each class has (Open Badges 2.0, Open Badges Vocabulary). */
final class Vocabulary {
    private static final List<Property> PRIMARY = List.of(
            optional("@language", Form.LANGUAGE),
            optional("version", Form.TEXT_OR_NUMBER),
            optional("related", Form.IRI).many().or(Kind.ANY),
            optional("endorsement", Form.TEXT).many().or(Kind.ANY));

    private static final List<Property> ASSERTION = with(
            PRIMARY,
            required("id", Form.IRI),
            required("recipient", Form.NONE).or(Kind.IDENTITY),
            required("badge", Form.IRI).or(Kind.BADGE_CLASS),
            required("verification", Form.NONE).or(Kind.VERIFICATION),
            required("issuedOn", Form.TIME),
            optional("expires", Form.TIME),
            optional("image", Form.IMAGE).or(Kind.IMAGE),
            optional("evidence", Form.IRI).many().or(Kind.EVIDENCE),
            optional("narrative", Form.TEXT),
            optional("revoked", Form.BOOLEAN),
            optional("revocationReason", Form.TEXT));

    private static final List<Property> BADGE_CLASS = with(
            PRIMARY,
            required("id", Form.IRI),
            required("name", Form.TEXT),
            required("description", Form.TEXT),
            required("image", Form.IMAGE).or(Kind.IMAGE).when(Need.TOLERATED),
            required("criteria", Form.IRI).or(Kind.CRITERIA),
            required("issuer", Form.IRI).or(Kind.ANY),
            optional("alignment", Form.IRI).many().or(Kind.ALIGNMENT),
            optional("tags", Form.TEXT).many());

    private static final List<Property> PROFILE = with(
            PRIMARY,
            required("id", Form.IRI),
            required("name", Form.TEXT),
            required("url", Form.URL).when(Need.COMMONLY_MISSING),
            required("email", Form.EMAIL).when(Need.COMMONLY_MISSING),
            optional("telephone", Form.TEXT),
            optional("description", Form.TEXT),
            optional("image", Form.IMAGE).or(Kind.IMAGE),
            optional("publicKey", Form.IRI).many().or(Kind.CRYPTOGRAPHIC_KEY),
            optional("verification", Form.IRI).or(Kind.ISSUER_VERIFICATION),
            optional("revocationList", Form.URL));

    private static final List<Property> ENDORSEMENT = with(
            PRIMARY,
            required("id", Form.IRI),
            required("claim", Form.NONE).or(Kind.ANY),
            required("issuer", Form.IRI).or(Kind.ANY),
            required("issuedOn", Form.TIME),
            required("verification", Form.NONE).or(Kind.VERIFICATION),
            optional("expires", Form.TIME),
            optional("revoked", Form.BOOLEAN));

    private static final List<Property> IDENTITY = List.of(
            required("type", Form.IDENTIFIER_TYPE),
            required("identity", Form.TEXT),
            required("hashed", Form.BOOLEAN).when(Need.TOLERATED),
            optional("salt", Form.TEXT));

    private static final List<Property> VERIFICATION =
            List.of(optional("creator", Form.IRI).or(Kind.CRYPTOGRAPHIC_KEY));

    private static final List<Property> ISSUER_VERIFICATION = List.of(
            optional("verificationProperty", Form.TEXT),
            optional("startsWith", Form.URL).many(),
            optional("allowedOrigins", Form.HOST).many());

    private static final List<Property> EVIDENCE = List.of(
            optional("id", Form.IRI),
            optional("narrative", Form.TEXT),
            optional("name", Form.TEXT),
            optional("description", Form.TEXT),
            optional("genre", Form.TEXT),
            optional("audience", Form.TEXT));

    private static final List<Property> CRITERIA = List.of(optional("id", Form.IRI), optional("narrative", Form.TEXT));

    private static final List<Property> IMAGE = List.of(
            required("id", Form.IMAGE),
            optional("caption", Form.TEXT),
            optional("author", Form.IRI).or(Kind.ANY));

    private static final List<Property> ALIGNMENT = List.of(
            required("targetName", Form.TEXT),
            required("targetUrl", Form.URL),
            optional("targetDescription", Form.TEXT),
            optional("targetFramework", Form.TEXT),
            optional("targetCode", Form.TEXT));

    private static final List<Property> REVOCATION_LIST = List.of(
            optional("id", Form.IRI),
            optional("issuer", Form.IRI).or(Kind.ANY),
            required("revokedAssertions", Form.TEXT).many().or(Kind.ANY));

    private static final List<Property> KEY =
            List.of(optional("id", Form.IRI), optional("owner", Form.IRI), optional("publicKeyPem", Form.TEXT));

    private Vocabulary() {}

    static List<Property> of(Kind kind) {
        return switch (kind) {
            case ASSERTION -> ASSERTION;
            case BADGE_CLASS -> BADGE_CLASS;
            case PROFILE -> PROFILE;
            case ENDORSEMENT -> ENDORSEMENT;
            case IDENTITY -> IDENTITY;
            case VERIFICATION -> VERIFICATION;
            case ISSUER_VERIFICATION -> ISSUER_VERIFICATION;
            case EVIDENCE -> EVIDENCE;
            case CRITERIA -> CRITERIA;
            case IMAGE -> IMAGE;
            case ALIGNMENT -> ALIGNMENT;
            case REVOCATION_LIST -> REVOCATION_LIST;
            case CRYPTOGRAPHIC_KEY -> KEY;
            case ANY, EXTENSION -> List.of();
        };
    }

    private static List<Property> with(List<Property> some, Property... more) {
        return Stream.concat(Stream.of(more), some.stream()).toList();
    }
}
