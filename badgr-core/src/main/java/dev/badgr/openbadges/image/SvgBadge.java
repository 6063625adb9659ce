package dev.badgr.openbadges.image;

import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.json.JsonReader;
import dev.badgr.openbadges.json.Malformed;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The badge in an SVG: JSON in the body of an element, or a signature in its attribute {@code verify} (Open Badges 2.0, Baking; 3.0,
 * 5.3.2).
 *
 * @param form by its element
 * @param text its body, or else its attribute; exactly as it stands there
 * @param ordinal which element of the document it is, counted from 1
 */
record SvgBadge(Form form, String text, int ordinal) {
    private static final String ATTRIBUTE = "verify";

    /** The elements that hold badges. Some tools write the namespace of 2.0 with https. */
    enum Form {
        V2_0("http://openbadges.org", "assertion", Report.Version.V2_0),
        V2_0_SECURE("https://openbadges.org", "assertion", Report.Version.V2_0),
        V3_0("https://purl.imsglobal.org/ob/v3p0", "credential", Report.Version.V3_0);

        private final String namespace;
        private final String element;
        private final Report.Version version;

        Form(String namespace, String element, Report.Version version) {
            this.namespace = namespace;
            this.element = element;
            this.version = version;
        }
    }

    static Optional<Form> form(@Nullable String namespace, String element) {
        return Arrays.stream(Form.values())
                .filter(form -> form.namespace.equals(namespace) && form.element.equals(element))
                .findFirst();
    }

    /** Reads it from its start to its end. */
    static SvgBadge read(XMLStreamReader xml, Form form, int ordinal) throws XMLStreamException {
        String attribute =
                Optional.ofNullable(xml.getAttributeValue(null, ATTRIBUTE)).orElse("");
        StringBuilder body = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    body.append(xml.getText());
                case XMLStreamConstants.COMMENT -> {
                    // says nothing
                }
                default -> throw new Malformed("has a badge with something else than text in it");
            }
        }
        String text = body.toString().isBlank() ? attribute : body.toString();
        if (text.isBlank() || text.length() > JsonReader.LONGEST) {
            throw new Malformed("has a badge that is empty or too long");
        }
        return new SvgBadge(form, text, ordinal);
    }

    Unbaked.Found found(Optional<Unbaked.Flaw> flaw) {
        return new Unbaked.Found(text, form.version, flaw);
    }

    /** The element for a badge. It declares its own namespace, so that the rest of the picture can stay as it is. */
    static String element(String badge, Report.Version version) {
        Form form = version == Report.Version.V2_0 ? Form.V2_0 : Form.V3_0;
        String name = "openbadges:" + form.element;
        String start = "<" + name + " xmlns:openbadges=\"" + form.namespace + "\"";
        if (!badge.stripLeading().startsWith("{")) {
            return start + attribute(badge) + "/>";
        }
        String place = version == Report.Version.V2_0
                ? place(badge).map(SvgBadge::attribute).orElse("")
                : "";
        return start + place + ">" + SvgText.body(badge) + "</" + name + ">";
    }

    private static String attribute(String value) {
        return " " + ATTRIBUTE + "=\"" + SvgText.attribute(value) + "\"";
    }

    /** Where a hosted 2.0 badge is: the attribute names it beside the body. */
    private static Optional<String> place(String badge) {
        try {
            JsonObject json = JsonReader.object(Utf8.bytes(badge));
            return json.object(ATTRIBUTE)
                    .flatMap(verify -> verify.text("url"))
                    .or(() -> json.text("id"))
                    .filter(url -> url.startsWith("https:") || url.startsWith("http:"));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
