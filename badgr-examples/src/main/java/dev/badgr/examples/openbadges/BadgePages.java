package dev.badgr.examples.openbadges;

import dev.badgr.Badgr;
import dev.badgr.Client;
import dev.badgr.Rechecked;
import dev.badgr.Refusal;
import dev.badgr.Result;
import dev.badgr.Site;
import dev.badgr.account.AccountId;
import dev.badgr.award.AwardId;
import dev.badgr.award.Issuer;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.VerificationPolicy;
import dev.badgr.openbadges.image.BadgeImage;
import dev.badgr.openbadges.image.Baked;
import dev.badgr.openbadges.issue.IssuerIdentity;
import dev.badgr.openbadges.issue.IssuerSite;
import dev.badgr.openbadges.issue.SigningKey;
import dev.badgr.openbadges.verify.Verifier;
import dev.badgr.port.Mailer;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a portal does so that badges come in and go out. */
final class BadgePages {
    private final Badgr badgr;

    BadgePages(Badgr badgr) {
        this.badgr = badgr;
    }

    /** A badgr that issues in the name of the portal, with an Ed25519 key that is kept as well as any other secret. */
    static Badgr issuing(Mailer mailer, Issuer portal, KeyPair keyPair, Fetcher fetcher) {
        // tag::issuer[]
        var issuer = IssuerIdentity.of(
                portal, IssuerSite.at("https://plp.example/openbadges"), SigningKey.of("key-1", keyPair));
        var badgr = Badgr.builder()
                .mailer(mailer)
                .site(Site.at("PLP", "https://plp.example/badges"))
                .issuer(issuer)
                .fetcher(fetcher) // left out, it is an HttpsFetcher: https only, and no private addresses
                .build();
        // end::issuer[]
        return badgr;
    }

    /** The page with the button "Add a badge that you have". */
    String bring(AccountId mia, byte[] upload, Client client) {
        // tag::bringing[]
        var result = badgr.imports().file(mia, upload, client); // or .text(mia, pasted, client), .url(mia, uri, client)
        if (result instanceof Result.Refused<?> refused) {
            var report = refused.refusal() instanceof Refusal.NotImported not
                    ? not.report().findings().stream()
                            .map(line -> line.name().text() + ": " + line.found())
                            .collect(Collectors.joining("\n"))
                    : "";
            return refused.refusal().message(client.locale()) + "\n" + report;
        }
        return "It is in your Backpack: " + result.orElseThrow().outcome();
        // end::bringing[]
    }

    /** What the portal's schedule does once an hour. */
    List<Rechecked> everyHour() {
        // tag::rechecking[]
        var rechecked = badgr.imports().recheckDue(100); // what was revoked has left the Backpack
        // end::rechecking[]
        return rechecked;
    }

    /** The file that a person downloads: her badge, signed, in its picture. */
    Optional<Bytes> download(AwardId award, Bytes picture) {
        // tag::baking[]
        var credential = badgr.credentials().embedded(award, Optional.empty()).orElseThrow(); // Open Badges 3.0
        // or .token(award, subject) for a VC-JWT, .signedAssertion(award) for Open Badges 2.0
        var baked = BadgeImage.bake(picture, credential.text(), Report.Version.V3_0);
        return baked instanceof Baked.Done done ? Optional.of(done.image()) : Optional.empty();
        // end::baking[]
    }

    /** The one controller below {@code https://plp.example/openbadges/}. */
    String serve(URI asked) {
        // tag::serving[]
        return badgr.credentials()
                .document(asked)
                .fold(
                        document -> document.status() + " " + document.mediaType() + "\n"
                                + document.content().text(),
                        refusal -> "404");
        // end::serving[]
    }

    /** A page for anybody who wants to know what a badge is worth. */
    static Report verify(byte[] file, Fetcher fetcher) {
        // tag::verifying[]
        var verifier = new Verifier(fetcher, InstantSource.system(), VerificationPolicy.STRICT);
        var report = verifier.verify(file).report();
        // report.verdict() sums it up; report.checks() has a line for each check
        // end::verifying[]
        return report;
    }
}
