package dev.badgr;

import dev.badgr.email.UnsubscribeToken;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * A link by which a person stops mails without signing in. Put it into the mail's text and its {@link #headers} into the
 * mail's head.
 *
 * @param token the signed part
 * @param url where the link leads, on the host's site: the page asks for a click, and hands the token to
 *     {@link Consents#withdraw} when it is posted
 */
public record UnsubscribeLink(UnsubscribeToken token, URI url) {
    public UnsubscribeLink {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(url, "url");
    }

    /**
     * What makes mail programs offer a button of their own (RFC 8058). It counts only if the mail's DKIM signature covers both,
     * and {@link #url} is {@code https}.
     */
    public Map<String, String> headers() {
        return Map.of("List-Unsubscribe", "<" + url + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** Without the URL, which holds the token. */
    @Override
    public String toString() {
        return "UnsubscribeLink[" + token.mailing() + "]";
    }
}
