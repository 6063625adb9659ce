package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts an element right after the start of the root and takes old badges out; each other character stays. */
final class SvgSplice {
    private SvgSplice() {}

    /** The text, which is well-formed and has no document type, with the element; the events were read from it. */
    static String of(String text, SvgEvents events, String element) {
        Set<Integer> old = events.badges().stream().map(SvgBadge::ordinal).collect(Collectors.toSet());
        StringBuilder out = new StringBuilder(text.length() + element.length());
        SvgTags tags = new SvgTags(text);
        int kept = 0;
        int elements = 0;
        while (tags.next()) {
            if (tags.isEnd()) {
                continue;
            }
            elements++;
            if (elements == 1) {
                out.append(text, 0, endOfRootTag(tags)).append(element);
                kept = tags.end();
            } else if (old.contains(elements)) {
                out.append(text, kept, tags.start());
                kept = endOfBadge(tags);
            }
        }
        return out.append(text, kept, text.length()).toString();
    }

    private static int endOfRootTag(SvgTags tags) {
        if (tags.isWhole()) {
            throw new Malformed("is an SVG with nothing in it");
        }
        return tags.end();
    }

    /** A badge has no elements in it. */
    private static int endOfBadge(SvgTags tags) {
        if (!tags.isWhole()) {
            tags.next();
        }
        return tags.end();
    }
}
