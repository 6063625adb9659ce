package dev.badgr.openbadges.issue;

import dev.badgr.award.Issuer;
import dev.badgr.openbadges.jose.SignatureAlgorithm;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An issuer that the host is: what it is called, where its documents are, and what it signs with. Immutable.
 *
 * @param issuer who it is; with the address that Open Badges 2.0 asks of an issuer
 * @param site where its documents are
 * @param signer what it signs with
 * @param did the DID that it goes by in Open Badges 3.0
 * @param statusMethod how its 3.0 credentials say where their status is
 * @param naming how its badges name their recipients
 * @param formerKeys with which it signed before: what was signed with them is as good as ever
 */
public record IssuerIdentity(
        Issuer issuer,
        IssuerSite site,
        CredentialSigner signer,
        Did did,
        StatusMethod statusMethod,
        Naming naming,
        List<IssuerKey> formerKeys) {

    /** Kinds of DIDs. */
    public enum Did {
        /** {@code did:web}: its document names the keys, so that there can be new ones. */
        WEB,
        /** {@code did:key}: is the key itself; verified without a network, and lost with the key. Not with RSA. */
        KEY
    }

    /** Where the status of a 3.0 credential is. Both lists are served anyway; a credential names one (Open Badges 3.0, B.1.6). */
    public enum StatusMethod {
        /** In a list of bits, which tells the issuer nothing about who is looked up (W3C Bitstring Status List 1.0). */
        BITSTRING,
        /** In the list of those taken back (1EdTech Revocation List Status Method 1.0). */
        REVOCATION_LIST
    }

    /** How badges name their recipients. */
    public enum Naming {
        /** By a salted hash of the address: only who knows the address sees that it is meant. */
        HASHED,
        /** By the address, for everybody to read. */
        PLAIN
    }

    /** @throws IllegalArgumentException naming what does not fit */
    public IssuerIdentity {
        if (issuer.email().isEmpty()) {
            throw new IllegalArgumentException("issuer.email: Open Badges 2.0 asks an issuer for an address");
        }
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(statusMethod, "statusMethod");
        Objects.requireNonNull(naming, "naming");
        formerKeys = List.copyOf(formerKeys);
        IssuerKey current = new IssuerKey(signer.keyName(), signer.publicKey());
        if (formerKeys.stream().anyMatch(key -> key.name().equals(current.name()))) {
            throw new IllegalArgumentException("formerKeys: a new key needs a new name");
        }
        if (did == Did.KEY && !current.written().hasMultikey()) {
            throw new IllegalArgumentException("did: an RSA key makes no did:key");
        }
    }

    /** One that goes by its {@code did:web}. */
    public static IssuerIdentity of(Issuer issuer, IssuerSite site, CredentialSigner signer) {
        return new IssuerIdentity(issuer, site, signer, Did.WEB, StatusMethod.BITSTRING, Naming.HASHED, List.of());
    }

    /** The same that goes by such a DID. */
    public IssuerIdentity with(Did other) {
        return new IssuerIdentity(issuer, site, signer, other, statusMethod, naming, formerKeys);
    }

    /** The same whose credentials say so where their status is. */
    public IssuerIdentity with(StatusMethod other) {
        return new IssuerIdentity(issuer, site, signer, did, other, naming, formerKeys);
    }

    /** The same whose badges name their recipients so. */
    public IssuerIdentity with(Naming other) {
        return new IssuerIdentity(issuer, site, signer, did, statusMethod, other, formerKeys);
    }

    /** The same that has signed with these before. */
    public IssuerIdentity withFormerKeys(IssuerKey... former) {
        return new IssuerIdentity(issuer, site, signer, did, statusMethod, naming, List.of(former));
    }

    /** Its 3.0 id. */
    public String id() {
        return did == Did.WEB
                ? site.did(issuer.id())
                : "did:key:" + key().written().multikey();
    }

    /** Its 2.0 id. */
    public URI url() {
        return site.issuer(issuer.id());
    }

    /** The 3.0 name of the key that it signs with. */
    public String verificationMethod() {
        return id() + "#" + (did == Did.WEB ? signer.keyName() : key().written().multikey());
    }

    IssuerKey key() {
        return new IssuerKey(signer.keyName(), signer.publicKey());
    }

    /** The one that it signs with, and the former ones. */
    Stream<IssuerKey> keys() {
        return Stream.concat(Stream.of(key()), formerKeys.stream());
    }

    URI url(IssuerKey key) {
        return site.key(issuer.id(), key.name());
    }

    SignatureAlgorithm algorithm() {
        return key().written().key().algorithm();
    }

    /** Nothing of the signer. */
    @Override
    public String toString() {
        return "IssuerIdentity[" + issuer.id() + ", " + id() + "]";
    }
}
