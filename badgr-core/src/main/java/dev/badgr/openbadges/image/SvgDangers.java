package dev.badgr.openbadges.image;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an SVG must not have when it is shown in a page: scripts, event handlers, foreign content, and anything that makes a
 * browser ask another server. For one document and one thread.
 */
final class SvgDangers {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final Set<String> SCRIPTS = Set.of("script", "handler", "listener");
    private static final Set<String> FOREIGN =
            Set.of("foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "link", "meta", "base");
    private static final Set<String> REFERENCES = Set.of(
            "href",
            "src",
            "srcset",
            "base",
            "data",
            "poster",
            "action",
            "formaction",
            "ping",
            "background",
            "codebase");
    private static final Pattern INNER =
            Pattern.compile("#.*|data:image/(png|jpeg|gif|webp)[;,].*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /** CSS reaches out by functions and by import; a backslash can hide the name of either. */
    private static final Pattern OUTER_STYLE = Pattern.compile(
            "@import|\\\\|expression\\(|behavior:|-moz-binding|(image-set|image|src)\\(", Pattern.CASE_INSENSITIVE);

    /** Possessive, so that each of a million blanks is looked at once. */
    private static final Pattern URL = Pattern.compile(
            "url\\((?!\\s*+[\"']?+\\s*+(#|data:image/(png|jpeg|gif|webp)[;,]))", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private @Nullable String first;
    private @Nullable StringBuilder style;

    /** What was found first, in English; empty if the picture is safe. */
    Optional<String> first() {
        return Optional.ofNullable(first);
    }

    void start(XMLStreamReader xml) {
        String name = xml.getLocalName().toLowerCase(Locale.ROOT);
        flag(style != null, "has an element in a style");
        flag(SCRIPTS.contains(name), "has a script");
        flag(FOREIGN.contains(name) || XHTML.equals(xml.getNamespaceURI()), "has foreign content");
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(
                    xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT),
                    xml.getAttributeNamespace(i),
                    xml.getAttributeValue(i));
        }
        style = name.equals("style") ? new StringBuilder() : null;
    }

    void text(String text) {
        if (style != null) {
            style.append(text);
        }
    }

    void end() {
        if (style != null) {
            css(style);
            style = null;
        }
    }

    void instruction(String target) {
        flag(target.toLowerCase(Locale.ROOT).startsWith("xml"), "refers to a style sheet");
    }

    private void attribute(String name, @Nullable String namespace, String value) {
        flag(name.startsWith("on"), "has an event handler");
        String bare = BLANKS.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        flag(bare.contains("javascript:") || bare.contains("vbscript:"), "has a script");
        flag(REFERENCES.contains(name) && !INNER.matcher(value.strip()).matches(), "refers to something outside");
        if (name.equals("attributename")) {
            // An animation could set what is refused above.
            String animated = bare.substring(bare.indexOf(':') + 1);
            flag(animated.startsWith("on") || REFERENCES.contains(animated), "animates a reference or a handler");
        }
        if (name.equals("style") || ((namespace == null || namespace.isEmpty()) && value.indexOf('(') >= 0)) {
            css(value);
        }
    }

    private void css(CharSequence text) {
        flag(
                OUTER_STYLE.matcher(text).find() || URL.matcher(text).find(),
                "has a style that refers to something outside");
    }

    private void flag(boolean found, String reason) {
        if (found && first == null) {
            first = reason;
        }
    }
}
