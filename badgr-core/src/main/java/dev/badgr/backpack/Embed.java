package dev.badgr.backpack;

import dev.badgr.award.Badge;
import dev.badgr.text.Html;
import dev.badgr.text.Links;
import java.net.URI;

/** HTML to paste into another page: a link and, in it, text or a picture; well-formed as XML too, and without script. */
final class Embed {
    private static final int SIZE = 150;

    private Embed() {}

    static String picture(Badge badge, URI link) {
        Links.requireWeb("badge.image", badge.image());
        String picture = "<img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\" />"
                .formatted(
                        Html.escape(badge.image().toString()),
                        Html.escape(badge.name() + ", " + badge.issuer().name()),
                        SIZE,
                        SIZE);
        return link(picture, link);
    }

    static String text(String text, URI link) {
        return link(Html.escape(text), link);
    }

    private static String link(String content, URI link) {
        Links.requireWeb("link", link);
        return "<a href=\"%s\" target=\"_blank\" rel=\"noopener\">%s</a>"
                .formatted(Html.escape(link.toString()), content);
    }
}
