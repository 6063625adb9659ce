package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Credential;
import dev.badgr.openbadges.check.Findings;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way that a credential takes through its checks (Open Badges 3.0, 9.1 and 9.2). For one credential. */
final class CredentialCheck {
    private final Verification verification;
    private final Proofs proofs;

    CredentialCheck(Verification verification, Proofs proofs) {
        this.verification = verification;
        this.proofs = proofs;
    }

    /** All checks, and those of what belongs to it: its newer copy and its endorsements. */
    Optional<Credential> verify(Received received) {
        Form form = form(received.document());
        List<Proofs.Signer> signers = examine(received, form);
        Received newest =
                signers.isEmpty() ? received : new Refresh(verification, proofs).newest(received, form, signers);
        Validity validity = time(newest);
        if (form == Form.STATUS_LIST) {
            return Optional.empty();
        }
        new StatusCheck(verification, proofs).check(newest.document());
        if (form == Form.ENDORSEMENT) {
            return Optional.empty();
        }
        new Endorsements(verification, proofs).check(newest.document());
        return new CredentialReader(newest.document()).read(validity);
    }

    /** All checks of it alone. */
    void verifyAlone(Received received) {
        examine(received, form(received.document()));
        time(received);
        new StatusCheck(verification, proofs).check(received.document());
    }

    /** The same of a list of statuses, which has no status of its own. */
    void verifyList(Received received) {
        Form form = form(received.document());
        if (form != Form.STATUS_LIST) {
            findings().fail(CheckName.TYPE, "it is no list of statuses", "Bitstring Status List 1.0, 2.2");
        }
        examine(received, form);
        time(received);
    }

    /** Looks at the document and its signatures, and returns the keys of the good ones. */
    List<Proofs.Signer> examine(Received received, Form form) {
        JsonObject document = received.document();
        Contexts.check(document, form, verification);
        Validity.checkModel(document, verification);
        new Structure(verification).check(document, form.shape());
        criteria(document, form);
        issuer(document);
        if (!document.has("proof")) {
            proofs.checkTerms(document, verification);
        }
        List<Proofs.Signer> signers = signatures(received);
        Parties.issuer(document).ifPresent(id -> new IssuerBinding(id, verification).check(signers));
        new SchemaCheck(form, verification).check(document);
        return signers;
    }

    private Form form(JsonObject document) {
        Optional<Form> form = Form.of(document);
        if (form.isEmpty()) {
            findings().fail(CheckName.TYPE, "it is no credential of Open Badges 3.0", "OB 3.0, B.1.2");
        } else if (!document.texts("type").contains("VerifiableCredential")) {
            findings().fail(CheckName.TYPE, "it is not of type VerifiableCredential", "VCDM 2.0, 4.5");
        }
        return form.orElse(Form.BADGE);
    }

    private List<Proofs.Signer> signatures(Received received) {
        JsonObject document = received.document();
        List<Proofs.Signer> signers = new ArrayList<>();
        received.jwt().ifPresent(jwt -> {
            signers.addAll(new JwtProof(jwt.jws(), verification).verify(Parties.issuer(document)));
            new JwtClaims(jwt.claims(), document, verification).check();
            if (jwt.claims().has("vc")) {
                String found = "the credential is a claim of the JWT, not all that it signs";
                verification.failIfStrict(CheckName.DATA_MODEL, found, "OB 3.0, 8.2.4.1");
            }
        });
        if (!document.list("proof").isEmpty()) {
            signers.addAll(proofs.verify(document, verification));
        } else if (received.jwt().isEmpty()) {
            findings().fail(CheckName.PROOF, "it is not signed", "OB 3.0, 8.1");
        }
        return findings().failed(CheckName.PROOF) ? List.of() : signers;
    }

    /** When it begins and ends; a JWT may name the end alone. */
    private Validity time(Received received) {
        Validity stated = Validity.of(received.document());
        Validity validity = new Validity(
                stated.from(),
                stated.until().or(() -> received.jwt().flatMap(jwt -> JwtClaims.moment(jwt.claims(), "exp"))));
        validity.check(verification);
        return validity;
    }

    private void criteria(JsonObject document, Form form) {
        Optional<JsonObject> subject = Parties.first(document, "credentialSubject");
        if (form == Form.BADGE && subject.isPresent()) {
            if (subject.get().text("id").filter(id -> !id.isBlank()).isEmpty()
                    && subject.get().objects("identifier").isEmpty()) {
                findings().fail(CheckName.REQUIRED, "nobody is named as its recipient", "OB 3.0, 9.1");
            }
            Parties.first(subject.get(), "achievement")
                    .flatMap(achievement -> Parties.first(achievement, "criteria"))
                    .filter(criteria -> !criteria.has("id") && !criteria.has("narrative"))
                    .ifPresent(criteria -> findings()
                            .fail(CheckName.REQUIRED, "the criteria are neither told nor linked", "OB 3.0, B.1.5"));
        }
    }

    private void issuer(JsonObject document) {
        boolean isUri = Parties.issuer(document).flatMap(Verification::uri).isPresent();
        if (isUri) {
            findings().pass(CheckName.ISSUER_ID, "the id of the issuer is a URI", Structure.SECTION);
        } else if (document.has("issuer")) {
            findings().fail(CheckName.ISSUER_ID, "the id of the issuer is no URI", Structure.SECTION);
        }
    }

    private Findings findings() {
        return verification.findings();
    }
}
