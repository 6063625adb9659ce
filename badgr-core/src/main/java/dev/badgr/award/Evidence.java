package dev.badgr.award;

import dev.badgr.text.Links;
import dev.badgr.text.Text;
import java.net.URI;
import java.util.Optional;

/**
 * What shows that a badge was earned (Open Badges 2.0, Evidence).
 *
 * @param url where the work can be seen
 * @param narrative what it is; at most 4,000 code points
 */
public record Evidence(URI url, Optional<String> narrative) {
    public Evidence {
        Links.requireWeb("evidence.url", url);
        narrative = narrative.map(text -> Text.lines("evidence.narrative", text, 4000));
    }

    /** Evidence that speaks for itself. */
    public static Evidence of(String url) {
        return new Evidence(URI.create(url), Optional.empty());
    }
}
