package io.mediapreflight.metadata;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * So much of an XMP packet as Adobe's parser may see: well-formed, without a document type, and bounded in nodes, nesting, names and
 * texts. That parser builds a tree of the whole packet, goes through it by recursion, compares each name with all its siblings,
 * and rejects the whole for one property that stands there twice. This reader pulls, so that nesting costs it no stack;
 * it knows no document type and opens nothing. What breaks off is closed.
 */
final class XmpExcerpt {
    /** Elements and attributes. A packet has some hundred; one with the history of an edit has ten thousand. */
    private static final int MAX_NODES = 50_000;

    /** A face in a photograph of a catalogue lies ten deep. */
    private static final int MAX_NESTING = 32;

    /** Of one element, but for the items of a list. Camera Raw has three hundred. */
    private static final int MAX_FIELDS = 1000;

    /** Different ones in one packet: each is kept by the parser, and compared with the others of its prefix. */
    private static final int MAX_NAMESPACES = 256;

    private static final int MAX_NAME = 256;

    /** Names are shorter. Previews in base64 are longer, and of no use. */
    private static final int MAX_TEXT = 1024;

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /** The attributes of RDF that may stand without a prefix. */
    private static final Set<String> BARE = Set.of("about", "ID");

    /** An element that was copied, and the names within it so far. */
    private record Open(String name, Set<String> fields) {}

    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> namespaces = new HashSet<>();
    private int nodes;
    private int passedOver;
    private int text;

    private XmpExcerpt() {}

    static byte[] of(byte[] packet) {
        XmpExcerpt excerpt = new XmpExcerpt();
        try {
            excerpt.read(factory().createXMLStreamReader(new StringReader(decoded(packet))));
        } catch (XMLStreamException | RuntimeException e) {
            // What came before stands. The JDK's reader answers to some nonsense with exceptions of its own insides.
        }
        excerpt.open.forEach(element -> excerpt.close(element.name()));
        return excerpt.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Not by the JDK's reader, which prints on standard error where bytes are no text. UTF-16 is recognised by its first two bytes. */
    private static String decoded(byte[] packet) {
        int first = packet.length < 2 ? 0 : (packet[0] & 0xFF) << 8 | (packet[1] & 0xFF);
        Charset charset =
                switch (first) {
                    case 0xFEFF, '<' -> StandardCharsets.UTF_16BE;
                    case 0xFFFE, '<' << 8 -> StandardCharsets.UTF_16LE;
                    default -> StandardCharsets.UTF_8;
                };
        String text = new String(packet, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
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
        while (nodes < MAX_NODES && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader reader) {
        nodes++;
        String name = name(reader.getPrefix(), reader.getLocalName());
        if (passedOver > 0
                || open.size() >= MAX_NESTING
                || !isKnown(reader.getNamespaceURI(), reader.getLocalName())
                || !isNew(reader.getNamespaceURI(), reader.getLocalName())) {
            passedOver++;
            return;
        }
        open.push(new Open(name, new HashSet<>()));
        out.append('<').append(name);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            attribute(prefix == null ? "xmlns" : "xmlns:" + prefix, reader.getNamespaceURI(i), MAX_NAME);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(reader, i);
        }
        out.append('>');
        text = 0;
    }

    private void attribute(XMLStreamReader reader, int i) {
        nodes++;
        String local = reader.getAttributeLocalName(i);
        String space = reader.getAttributeNamespace(i);
        boolean bare = space == null || space.isEmpty();
        if (bare ? BARE.contains(local) : isKnown(space, local) && isNew(space, local)) {
            attribute(name(reader.getAttributePrefix(i), local), reader.getAttributeValue(i), MAX_TEXT);
        }
    }

    private void attribute(String name, String value, int longest) {
        out.append(' ').append(name).append("=\"");
        escape(value == null ? "" : value, longest);
        out.append('"');
    }

    private void characters(String more) {
        if (passedOver == 0 && !open.isEmpty() && text < MAX_TEXT) {
            escape(more, MAX_TEXT - text);
            text += more.length();
        }
    }

    private void end() {
        if (passedOver > 0) {
            passedOver--;
        } else if (!open.isEmpty()) {
            close(open.pop().name());
        }
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
        text = 0;
    }

    /** What has no namespace is no property. */
    private boolean isKnown(String space, String local) {
        return space != null
                && !space.isEmpty()
                && space.length() <= MAX_NAME
                && local.length() <= MAX_NAME
                && (namespaces.contains(space) || (namespaces.size() < MAX_NAMESPACES && namespaces.add(space)));
    }

    /** Of properties with one name the first counts. Items and descriptions may stand there any number of times. */
    private boolean isNew(String space, String local) {
        if (open.isEmpty() || space.equals(RDF)) {
            return true;
        }
        Set<String> fields = open.element().fields();
        return fields.size() < MAX_FIELDS && fields.add(space + ' ' + local);
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ':' + local;
    }

    private void escape(String value, int longest) {
        value.codePoints().limit(longest).forEach(c -> {
            if (c == '<' || c == '>' || c == '&' || c == '"' || c < ' ') {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
    }
}
