package dev.badgr;

import dev.badgr.award.AwardId;
import dev.badgr.backpack.ShareToken;
import dev.badgr.email.ChallengeId;
import dev.badgr.email.UnsubscribeToken;
import dev.badgr.email.VerificationCode;
import dev.badgr.text.Text;
import java.net.URI;

/**
 * The host's name and pages, for the links in mails and shares.
 *
 * @param name what people know it by; at most 100 code points
 * @param signUp where an account is made
 * @param backpack where a signed-in person finds her Backpack
 * @param confirm where a link with a code leads: ends in {@code /}, and two path segments follow, the challenge's text and
 *     the code's. The page must ask for a click before it confirms: mail scanners follow links
 * @param share where a share link leads: ends in {@code /}, and the token follows
 * @param unsubscribe where a link leads that stops mails: ends in {@code /}, and the token follows. The page must ask for a
 *     click, and withdraw only when it is posted (RFC 8058): mail scanners follow links
 * @param pictures where the picture of a badge from elsewhere is that is not on the web by itself: ends in {@code /}, and the
 *     award's text follows; answer with {@link Imports#picture}
 */
public record Site(String name, URI signUp, URI backpack, URI confirm, URI share, URI unsubscribe, URI pictures) {
    public Site {
        name = Text.line("site.name", name, 100);
        requireAbsolute("signUp", signUp);
        requireAbsolute("backpack", backpack);
        requireFolder("confirm", confirm);
        requireFolder("share", share);
        requireFolder("unsubscribe", unsubscribe);
        requireFolder("pictures", pictures);
    }

    /** A site with the usual paths below its base, such as {@code https://plp.example/badges}. */
    public static Site at(String name, String base) {
        String folder = base.endsWith("/") ? base : base + "/";
        return new Site(
                name,
                URI.create(folder + "sign-up"),
                URI.create(folder + "backpack"),
                URI.create(folder + "confirm/"),
                URI.create(folder + "shared/"),
                URI.create(folder + "unsubscribe/"),
                URI.create(folder + "pictures/"));
    }

    URI confirmLink(ChallengeId challenge, VerificationCode code) {
        return URI.create(confirm + challenge.text() + "/" + code.value());
    }

    URI shareLink(ShareToken token) {
        return URI.create(share + token.value());
    }

    UnsubscribeLink unsubscribeLink(UnsubscribeToken token) {
        return new UnsubscribeLink(token, URI.create(unsubscribe + token.value()));
    }

    URI pictureOf(AwardId award) {
        return URI.create(pictures + award.text());
    }

    private static void requireAbsolute(String field, URI page) {
        if (!page.isAbsolute() || page.getHost() == null) {
            throw new IllegalArgumentException("site." + field + ": must be an absolute URL");
        }
    }

    private static void requireFolder(String field, URI page) {
        requireAbsolute(field, page);
        if (!page.toString().endsWith("/")) {
            throw new IllegalArgumentException("site." + field + ": must end in /");
        }
    }
}
