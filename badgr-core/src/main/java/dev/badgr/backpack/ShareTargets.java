package dev.badgr.backpack;

import dev.badgr.award.Badge;
import dev.badgr.text.Links;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person can do with a share link: addresses to link to from a page, and HTML to paste into another. Nothing is sent to
 * anybody before she follows one of them, and no script of a network is needed. {@code toString} is redacted, since each part
 * holds the link.
 *
 * @param link the share link itself
 * @param linkedIn posts it on LinkedIn
 * @param x posts it on X (its Web Intent)
 * @param facebook posts it on Facebook
 * @param email begins a mail with it (RFC 6068)
 * @param linkedInProfile puts a badge among the licences and certifications of her LinkedIn profile; none for a collection,
 *     and none for a visitor, who hasn't earned it
 * @param embed HTML that shows a badge's picture, or a collection's name, as the link. What is in it is escaped, so that it can
 *     be pasted into any page; the picture stays there when the link stops
 */
public record ShareTargets(
        URI link, URI linkedIn, URI x, URI facebook, URI email, Optional<URI> linkedInProfile, String embed) {
    public ShareTargets {
        Links.requireWeb("link", link);
        Objects.requireNonNull(linkedIn, "linkedIn");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(facebook, "facebook");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(linkedInProfile, "linkedInProfile");
        Objects.requireNonNull(embed, "embed");
    }

    /**
     * For the owner of a badge.
     *
     * @param entry the badge that the link shows
     * @param link where it is shown: http(s)
     */
    public static ShareTargets ofBadge(BackpackEntry entry, URI link) {
        return ofBadge(entry, link, OptionalLong.empty());
    }

    /**
     * For the owner of a badge whose issuer has a page on LinkedIn.
     *
     * @param linkedInOrganization the number of that page; with it, the certification shows the issuer's logo
     */
    public static ShareTargets ofBadge(BackpackEntry entry, URI link, long linkedInOrganization) {
        if (linkedInOrganization < 1) {
            throw new IllegalArgumentException("linkedInOrganization: from 1 on");
        }
        return ofBadge(entry, link, OptionalLong.of(linkedInOrganization));
    }

    /** For the owner of a collection. */
    public static ShareTargets ofCollection(String name, URI link) {
        return of(name, link, Optional.empty(), Embed.text(name, link));
    }

    /** For whoever has opened the link. */
    public static ShareTargets ofView(SharedView view, URI link) {
        return view instanceof SharedBadge shown
                ? of(shown.title(), link, Optional.empty(), Embed.picture(shown.badge(), link))
                : ofCollection(view.title(), link);
    }

    private static ShareTargets ofBadge(BackpackEntry entry, URI link, OptionalLong organization) {
        Badge badge = entry.badge();
        URI profile = LinkedInProfile.add(entry, link, organization);
        return of(badge.name(), link, Optional.of(profile), Embed.picture(badge, link));
    }

    private static ShareTargets of(String title, URI link, Optional<URI> profile, String embed) {
        String address = link.toString();
        return new ShareTargets(
                link,
                Query.to("https://www.linkedin.com/sharing/share-offsite/")
                        .with("url", address)
                        .uri(),
                Query.to("https://x.com/intent/tweet")
                        .with("text", title)
                        .with("url", address)
                        .uri(),
                Query.to("https://www.facebook.com/sharer/sharer.php")
                        .with("u", address)
                        .uri(),
                Query.to("mailto:")
                        .with("subject", title)
                        .with("body", title + "\r\n\r\n" + address)
                        .uri(),
                profile,
                embed);
    }

    @Override
    public String toString() {
        return "ShareTargets[redacted]";
    }
}
