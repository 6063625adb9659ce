package dev.badgr.examples.walkthrough;

import dev.badgr.Badgr;
import dev.badgr.openbadges.Fetched;
import java.net.URI;
import java.util.Optional;

/** What an issuer's web site does for a request: one controller answers for all documents. */
final class WebSite {
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private WebSite() {}

    static Fetched of(Badgr issuer, URI location) {
        return issuer.credentials()
                .document(location)
                .<Fetched>fold(
                        document -> document.status() == OK
                                ? new Fetched.Document(location, Optional.of(document.mediaType()), document.content())
                                : new Fetched.Missing(document.status()),
                        refusal -> new Fetched.Missing(NOT_FOUND));
    }
}
