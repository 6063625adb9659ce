package dev.badgr.openbadges.image;

import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.json.Malformed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SVG in UTF-8. Many programs write the standard document type of SVG 1.1 into it. That declares nothing of its own and is never
 * fetched, so such a picture is read, but not shown; any other document type is refused.
 */
final class Svg {
    private static final Pattern STANDARD_TYPE =
            Pattern.compile("<!DOCTYPE\\s+svg(\\s+PUBLIC\\s+\"-//W3C//DTD SVG 1\\.[01][A-Za-z ]{0,20}//EN\""
                    + "\\s+\"https?://www\\.w3\\.org/[A-Za-z0-9/.-]{1,100}\")?\\s*>");

    private final String text;
    private final boolean hasStandardType;
    private final SvgEvents events;

    private Svg(String text, boolean hasStandardType, SvgEvents events) {
        this.text = text;
        this.hasStandardType = hasStandardType;
        this.events = events;
    }

    /** Reads it. @throws Malformed if it is no SVG, or exceeds a limit */
    static Svg parse(byte[] bytes) {
        String text = Utf8.text(bytes, 0, bytes.length);
        String xml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String bare = withoutStandardType(xml);
        return new Svg(text, bare.length() < xml.length(), SvgEvents.of(bare));
    }

    private static String withoutStandardType(String xml) {
        SvgTags tags = new SvgTags(xml);
        tags.next();
        Matcher type = STANDARD_TYPE.matcher(xml).region(tags.start(), tags.end());
        return type.matches() ? xml.substring(0, tags.start()) + xml.substring(tags.end()) : xml;
    }

    Unbaked unbake() {
        return switch (events.badges().size()) {
            case 0 -> new Unbaked.Empty();
            case 1 -> events.badges().get(0).found(flaw());
            default -> throw new Malformed("has " + events.badges().size() + " badges; one is allowed");
        };
    }

    byte[] bake(String badge, Report.Version version) {
        flaw().ifPresent(flaw -> {
            throw new Malformed(flaw.reason());
        });
        return Utf8.bytes(SvgSplice.of(text, events, SvgBadge.element(badge, version)));
    }

    /** Why it must not be shown. */
    Optional<Unbaked.Flaw> flaw() {
        Optional<Unbaked.Flaw> danger = events.danger().map(reason -> new Unbaked.Flaw(true, reason));
        return danger.or(() -> hasStandardType
                ? Optional.of(new Unbaked.Flaw(false, "has a document type; nothing of it was used"))
                : Optional.empty());
    }
}
