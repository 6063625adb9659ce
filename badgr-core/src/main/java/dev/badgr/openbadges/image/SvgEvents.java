package dev.badgr.openbadges.image;

import dev.badgr.openbadges.json.Malformed;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One walk through an SVG: its badges, and the first thing in it that is not safe to show. For one thread. */
final class SvgEvents {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DEEPEST = 100;
    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader xml;
    private final List<SvgBadge> badges = new ArrayList<>();
    private final SvgDangers dangers = new SvgDangers();
    private int elements;
    private int depth;

    private SvgEvents(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Walks through it. @throws Malformed if it is no SVG */
    static SvgEvents of(String text) {
        try {
            SvgEvents events = new SvgEvents(XML.createXMLStreamReader(new StringReader(text)));
            events.requireEncoding();
            while (events.xml.hasNext()) {
                events.see(events.xml.next());
            }
            return events;
        } catch (XMLStreamException | RuntimeException e) {
            // The parser's own message may repeat what it read, and hostile XML has made it throw all sorts of
            // exceptions.
            throw e instanceof Malformed malformed
                    ? malformed
                    : new Malformed("is no well-formed SVG within the limits");
        }
    }

    List<SvgBadge> badges() {
        return badges;
    }

    Optional<String> danger() {
        return dangers.first();
    }

    private void requireEncoding() {
        String encoding = xml.getCharacterEncodingScheme();
        boolean isUtf8 =
                encoding == null || encoding.equalsIgnoreCase("utf-8") || encoding.equalsIgnoreCase("us-ascii");
        if (!isUtf8 || (xml.getVersion() != null && !xml.getVersion().equals("1.0"))) {
            throw new Malformed("is an SVG in another encoding than UTF-8, or in another XML than 1.0");
        }
    }

    private void see(int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> {
                dangers.end();
                depth--;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> dangers.text(xml.getText());
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> dangers.instruction(xml.getPITarget());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new Malformed("has a document type or an entity, which is refused");
            default -> {
                // comments and blanks
            }
        }
    }

    private void start() throws XMLStreamException {
        depth++;
        elements++;
        if (depth > DEEPEST) {
            throw new Malformed("has elements over " + DEEPEST + " deep");
        }
        if (depth == 1 && !(xml.getLocalName().equals("svg") && SVG.equals(xml.getNamespaceURI()))) {
            throw new Malformed("is XML, but no SVG");
        }
        dangers.start(xml);
        Optional<SvgBadge.Form> form = SvgBadge.form(xml.getNamespaceURI(), xml.getLocalName());
        if (form.isPresent()) {
            badges.add(SvgBadge.read(xml, form.get(), elements));
            depth--;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
