package dev.badgr.openbadges.v3;

import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.CredentialKey;
import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import dev.badgr.openbadges.check.Verification;
import dev.badgr.openbadges.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The newer copy of a credential (1EdTech Credential Refresh Service 1.0; Open Badges 3.0, 9.1). It is asked for once. */
final class Refresh {
    private static final String SECTION = "OB 3.0, 9.1; VCCR 1.0";

    private final Verification verification;
    private final Proofs proofs;

    Refresh(Verification verification, Proofs proofs) {
        this.verification = verification;
        this.proofs = proofs;
    }

    /** The newer copy, if there is one that is as good as the one at hand; otherwise that one. */
    Received newest(Received received, Form form, List<Proofs.Signer> signers) {
        Optional<String> location = received.document().objects("refreshService").stream()
                .filter(service -> service.texts("type").contains("1EdTechCredentialRefresh"))
                .flatMap(service -> service.text("id").stream())
                .findFirst();
        if (location.isEmpty()) {
            return received;
        }
        Optional<Fetched> fetched = Verification.uri(location.get()).map(verification::fetch);
        if (fetched.isPresent() && fetched.get() instanceof Fetched.Document document) {
            return newer(document, received, form, signers);
        }
        add(Status.WARN, "the newer copy could not be had");
        return received;
    }

    private Received newer(Fetched.Document document, Received received, Form form, List<Proofs.Signer> signers) {
        Verification apart = verification.apart();
        Optional<Received> copy = Received.of(document.content().toArray(), apart);
        if (copy.isEmpty() || !isSame(copy.get().document(), received.document())) {
            add(Status.WARN, "what is offered as the newer copy is another credential");
            return received;
        }
        List<Proofs.Signer> others = new CredentialCheck(apart, proofs).examine(copy.get(), form);
        if (!isAsGood(apart.findings().report(Optional.empty()), others, signers)) {
            add(Status.WARN, "the newer copy is not as good as this one");
            return received;
        }
        add(Status.PASS, "the newer copy was used");
        return copy.get();
    }

    private static boolean isSame(JsonObject copy, JsonObject original) {
        return Form.of(copy).equals(Form.of(original)) && key(copy).equals(key(original));
    }

    private static CredentialKey key(JsonObject document) {
        return CredentialKey.of(
                Parties.issuer(document).orElse(""), document.text("id").orElse(""));
    }

    /** A copy by a key that nobody stands for would make more of a badge than its issuer did. */
    private static boolean isAsGood(Report report, List<Proofs.Signer> others, List<Proofs.Signer> signers) {
        boolean isWrong = report.checks().stream()
                .anyMatch(check -> check.status() == Status.FAIL && check.name().decides());
        return !others.isEmpty() && !isWrong && (report.isIssuerBound() || signers.containsAll(others));
    }

    private void add(Status status, String found) {
        verification.findings().add(CheckName.REFRESH, status, found, SECTION);
    }
}
