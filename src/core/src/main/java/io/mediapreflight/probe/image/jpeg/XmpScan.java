package io.mediapreflight.probe.image.jpeg;

import java.util.HashMap;
import java.util.Map;

/**
 * Goes once through an XMP packet from tag to tag, without a tree: RDF says the same by attributes as by elements, so that
 * names and values in document order are enough. Namespaces are recognised by what their prefixes stand for, as XML demands.
 * Text that is no XML ends the scan.
 */
final class XmpScan {
    /** Receives the content of the packet. Names come without their prefix. */
    interface Listener {
        /** An element begins; its attributes follow. */
        void element(String namespace, String name);

        /** An attribute, or an element that holds text alone. */
        void value(String namespace, String name, String text);
    }

    private final String packet;
    private final Listener listener;
    private final Map<String, String> namespaces = new HashMap<>();
    private int at;

    /** The element that was opened last, as it is written, and where its content begins; empty once something else came. */
    private String opened = "";

    private int content;

    private XmpScan(String packet, Listener listener) {
        this.packet = packet;
        this.listener = listener;
    }

    static void run(String packet, Listener listener) {
        new XmpScan(packet, listener).run();
    }

    private void run() {
        int tag = packet.indexOf('<');
        while (tag >= 0) {
            at = tag + 1;
            if (!readTag()) {
                return;
            }
            tag = packet.indexOf('<', at);
        }
    }

    /** Reads one tag or other text; false where the packet ends within it. */
    private boolean readTag() {
        if (packet.startsWith("!--", at)) {
            return skipBehind("-->");
        }
        if (packet.startsWith("![CDATA[", at)) {
            return skipBehind("]]>");
        }
        if (packet.startsWith("?", at) || packet.startsWith("!", at)) {
            return skipBehind(">");
        }
        return packet.startsWith("/", at) ? readEndTag() : readStartTag();
    }

    private boolean skipBehind(String end) {
        int found = packet.indexOf(end, at);
        at = found + end.length();
        return found >= 0;
    }

    private boolean readEndTag() {
        int start = at - 1;
        at++;
        String name = readName();
        if (!opened.isEmpty() && opened.equals(name)) {
            listener.value(namespace(name), local(name), packet.substring(content, start));
        }
        opened = "";
        return skipBehind(">");
    }

    private boolean readStartTag() {
        String name = readName();
        Map<String, String> attributes = new HashMap<>();
        boolean closed = false;
        while (at < packet.length() && packet.charAt(at) != '>') {
            char letter = packet.charAt(at);
            if (isSpace(letter) || letter == '/') {
                closed = letter == '/';
                at++;
            } else if (!readAttribute(attributes)) {
                return false;
            }
        }
        at++;
        attributes.forEach((key, value) -> {
            if (key.startsWith("xmlns:")) {
                namespaces.put(local(key), value);
            }
        });
        listener.element(namespace(name), local(name));
        attributes.forEach((key, value) -> listener.value(namespace(key), local(key), value));
        opened = closed ? "" : name;
        content = at;
        return at <= packet.length();
    }

    private boolean readAttribute(Map<String, String> attributes) {
        String name = readName();
        skipSpace();
        if (name.isEmpty() || at >= packet.length() || packet.charAt(at) != '=') {
            return false;
        }
        at++;
        skipSpace();
        char quote = at < packet.length() ? packet.charAt(at) : ' ';
        int end = quote == '"' || quote == '\'' ? packet.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            return false;
        }
        attributes.put(name, packet.substring(at + 1, end));
        at = end + 1;
        return true;
    }

    private String readName() {
        int from = at;
        while (at < packet.length() && !isSpace(packet.charAt(at)) && "=/>\"'<".indexOf(packet.charAt(at)) < 0) {
            at++;
        }
        return packet.substring(from, at);
    }

    private void skipSpace() {
        while (at < packet.length() && isSpace(packet.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char letter) {
        return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
    }

    private String namespace(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : namespaces.getOrDefault(name.substring(0, colon), "");
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
