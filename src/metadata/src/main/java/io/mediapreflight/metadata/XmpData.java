package io.mediapreflight.metadata;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.IteratorOptions;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What an XMP packet reveals (ISO 16684-1): an excerpt of it, read by the parser that metadata-extractor uses. */
final class XmpData {
    /**
     * The parser keeps its namespaces, those of all packets, and its factory in static fields that are not made for several
     * threads.
     */
    private static final Object PARSER = new Object();

    /** The parser knows 40 by itself. Without a bound strangers' files would fill the memory with theirs. */
    private static final int MAX_NAMESPACES = 1000;

    private static final int MAX_TEXT = 1024;

    private final PersonalData data;
    private final Map<XmpProperty, String> coordinates = new EnumMap<>(XmpProperty.class);
    private final StringBuilder items = new StringBuilder();
    private String list = "";

    private XmpData(PersonalData data) {
        this.data = data;
    }

    /** Reads a packet, as far as it is well-formed. */
    static void read(byte[] packet, PersonalData data) {
        if (packet.length == 0 || !data.takesAnotherSlice()) {
            return;
        }
        byte[] excerpt = XmpExcerpt.of(packet);
        XmpData xmp = new XmpData(data);
        synchronized (PARSER) {
            try {
                xmp.read(excerpt);
            } catch (XMPException | RuntimeException e) {
                // It is no XMP, or the parser answers nonsense with an exception of its own insides.
            }
            if (XMPMetaFactory.getSchemaRegistry().getNamespaces().size() > MAX_NAMESPACES) {
                XMPMetaFactory.reset();
            }
        }
        xmp.position(XmpProperty.EXIF_LATITUDE, XmpProperty.EXIF_LONGITUDE);
        xmp.position(XmpProperty.DRONE_LATITUDE, XmpProperty.DRONE_LONGITUDE);
    }

    private void read(byte[] excerpt) throws XMPException {
        ParseOptions options = new ParseOptions()
                .setDisallowDoctype(true)
                .setAcceptLatin1(false)
                .setFixControlChars(false)
                // As it stands there, not under the names that the parser prefers.
                .setOmitNormalization(true);
        IteratorOptions leaves = new IteratorOptions().setJustLeafnodes(true).setOmitQualifiers(true);
        XMPIterator properties =
                XMPMetaFactory.parseFromBuffer(excerpt, options).iterator(leaves);
        while (properties.hasNext()) {
            if (properties.next() instanceof XMPPropertyInfo property && property.getPath() != null) {
                read(property.getPath(), String.valueOf(property.getValue()));
            }
        }
        endOfList();
    }

    /** An item of a list has a number behind the list's name: {@code dc:creator[2]}. Items of one list make one text. */
    private void read(String path, String value) {
        String ofList = path.endsWith("]") ? path.substring(0, path.lastIndexOf('[')) : "";
        if (!ofList.equals(list)) {
            endOfList();
            list = ofList;
        }
        if (ofList.isEmpty()) {
            property(path).ifPresent(known -> report(known, value));
        } else if (items.length() < MAX_TEXT) {
            items.append(items.isEmpty() ? "" : ", ").append(value.strip());
        }
    }

    private void endOfList() {
        String text = items.toString();
        items.setLength(0);
        if (!list.isEmpty()) {
            property(list).ifPresent(known -> report(known, text));
        }
        list = "";
    }

    /** By the last name in its path. */
    private static Optional<XmpProperty> property(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        String space = colon < 0 ? null : XMPMetaFactory.getSchemaRegistry().getNamespaceURI(name.substring(0, colon));
        return space == null ? Optional.empty() : XmpProperty.of(space, name.substring(colon + 1));
    }

    private void report(XmpProperty property, String value) {
        if (property.what().isPresent()) {
            data.named(property.what().get(), value, "XMP");
        } else {
            coordinates.putIfAbsent(property, value);
        }
    }

    private void position(XmpProperty latitude, XmpProperty longitude) {
        String north = coordinates.get(latitude);
        String east = coordinates.get(longitude);
        if (north != null && east != null) {
            data.position(Position.ofXmp(north, east), "XMP");
        }
    }
}
