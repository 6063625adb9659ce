package dev.badgr.examples.sharing;

import dev.badgr.Badgr;
import dev.badgr.CollectionForm;
import dev.badgr.account.AccountId;
import dev.badgr.backpack.BackpackEntry;
import dev.badgr.backpack.PrintView;
import dev.badgr.backpack.ShareTargets;
import dev.badgr.backpack.SharedBadge;
import dev.badgr.backpack.SharedCollection;
import dev.badgr.backpack.SharedView;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a portal does so that its people can show their badges to others. */
final class Portfolio {
    private final Badgr badgr;

    Portfolio(Badgr badgr) {
        this.badgr = badgr;
    }

    /** The buttons that a person sees who wants to show one badge. */
    ShareTargets buttonsFor(AccountId mia, BackpackEntry entry) {
        // tag::sharing[]
        var link = badgr.sharing()
                .create(mia, entry.award().id(), Optional.of(Duration.ofDays(90)))
                .orElseThrow();
        var targets = ShareTargets.ofBadge(entry, link.url());
        // targets.linkedInProfile(), .linkedIn(), .x(), .facebook(), .email(): links; .embed(): HTML to paste
        // end::sharing[]
        return targets;
    }

    /** A link to all badges of a kind. */
    URI collected(AccountId mia, String name, List<BackpackEntry> entries) {
        // tag::collecting[]
        var collection = badgr.collections()
                .create(mia, new CollectionForm(name, "What I can do."))
                .orElseThrow();
        for (var entry : entries) {
            badgr.collections().add(mia, collection.id(), entry.award().id()).orElseThrow();
        }
        var link =
                badgr.sharing().create(mia, collection.id(), Optional.empty()).orElseThrow();
        // end::collecting[]
        return link.url();
    }

    /** The page at a link, for whoever has it; encode what is in it for HTML. */
    String page(String token) {
        // tag::visiting[]
        Optional<SharedView> shown = badgr.sharing().view(token); // counted, but not who it was
        if (shown.isEmpty()) {
            return "404"; // never was, taken back, expired, or not in the Backpack: the same
        }
        if (shown.get() instanceof SharedCollection collection) {
            return collection.title() + ": " + collection.badges().size() + " badges of " + collection.earnedBy();
        }
        var badge = (SharedBadge) shown.get();
        return badge.title() + ", earned by " + badge.earnedBy() + (badge.expired() ? " (expired)" : "");
        // end::visiting[]
    }

    /** What a certificate is printed from. */
    Optional<PrintView> certificate(String token, URI link) {
        return badgr.sharing()
                .view(token)
                .filter(SharedBadge.class::isInstance)
                .map(shown -> PrintView.of((SharedBadge) shown, link));
    }
}
