package io.mediapreflight.ffmpeg.privacy;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an XMP packet tells (ISO 16684-1), as far as it is well-formed. A property may be an element or an attribute; of a
 * list or a structure all text is taken. The reader pulls, so that nesting costs no stack; it knows no document type and
 * opens nothing.
 */
final class Xmp {
    private static final int MAX_TEXT = 1024;

    /** A packet has some hundred; one with the history of an edit has some thousand. */
    private static final int MAX_EVENTS = 200_000;

    private final Clues clues;
    private final Map<XmpProperty, String> coordinates = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<XmpProperty> current = Optional.empty();
    private int depth;

    private Xmp(Clues clues) {
        this.clues = clues;
    }

    static void scan(byte[] packet, Clues clues) {
        Xmp xmp = new Xmp(clues);
        try {
            xmp.read(factory().createXMLStreamReader(new ByteArrayInputStream(packet)));
        } catch (XMLStreamException | RuntimeException e) {
            // What came before stands. The JDK's reader answers to some nonsense with exceptions of its own insides.
        }
        xmp.position(XmpProperty.EXIF_LATITUDE, XmpProperty.EXIF_LONGITUDE);
        xmp.position(XmpProperty.DRONE_LATITUDE, XmpProperty.DRONE_LONGITUDE);
    }

    /** A new one each time: factories are not promised to be safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        for (int i = 0; i < MAX_EVENTS && reader.hasNext(); i++) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            XmpProperty.of(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i))
                    .ifPresent(property -> tell(property, value));
        }
        if (current.isPresent()) {
            depth++;
            separate();
            return;
        }
        current = XmpProperty.of(reader.getNamespaceURI(), reader.getLocalName());
    }

    /** Items of a list, with a comma in place of the line break and the indentation between them. */
    private void separate() {
        String before = text.toString().strip();
        text.setLength(0);
        text.append(before).append(before.isEmpty() ? "" : ", ");
    }

    private void append(String more) {
        if (current.isPresent()) {
            text.append(more, 0, Math.min(more.length(), MAX_TEXT - Math.min(MAX_TEXT, text.length())));
        }
    }

    private void end() {
        if (current.isPresent() && depth > 0) {
            depth--;
        } else if (current.isPresent()) {
            tell(current.get(), text.toString());
            current = Optional.empty();
            text.setLength(0);
        }
    }

    private void tell(XmpProperty property, String value) {
        switch (property.role()) {
            case COORDINATE -> coordinates.putIfAbsent(property, value);
            case PLACE -> clues.place(property.title(), value, "XMP");
            case PERSON -> clues.person(property.title(), value, "XMP");
            case SERIAL -> clues.serial(property.title(), value, "XMP");
        }
    }

    private void position(XmpProperty latitude, XmpProperty longitude) {
        String north = coordinates.get(latitude);
        String east = coordinates.get(longitude);
        if (north != null && east != null) {
            clues.position(Position.ofXmp(north, east), "XMP");
        }
    }
}
