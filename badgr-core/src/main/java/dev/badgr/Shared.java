package dev.badgr;

import dev.badgr.backpack.ShareLink;
import dev.badgr.backpack.ShareToken;
import java.net.URI;

/**
 * A new share link. The token can't be read back later, since only its hash is stored: show the person the link and its {@link
 * dev.badgr.backpack.ShareTargets} at once.
 *
 * @param token the unguessable part
 * @param url where the link leads, on the host's site
 * @param link what is stored of it
 */
public record Shared(ShareToken token, URI url, ShareLink link) {
    /** Without the URL, which holds the token. */
    @Override
    public String toString() {
        return "Shared[" + link.id() + "]";
    }
}
