package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;

/** Steps through the elements that one parent holds, and never beyond it. Reads the values of those that hold one. */
final class EbmlElements {
    /** Children of one parent. Real files have up to some hundred, in a list of chapters or tags. */
    private static final int MAX_CHILDREN = 2048;

    private static final int LONGEST_TEXT = 256;
    private static final String CLAUSE = "RFC 8794 6";

    private final Window window;
    private final long end;
    private long next;
    private int count;
    private EbmlElement element;

    EbmlElements(Window window, EbmlElement parent) {
        this.window = window;
        this.next = parent.body();
        this.end = parent.end();
        this.element = parent;
    }

    /** Moves to the next element; false where the parent holds no more, or the file ends. */
    boolean next() throws IOException, MalformedException {
        if (next >= end) {
            return false;
        }
        if (++count > MAX_CHILDREN) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    next,
                    Phrase.of("defects:matroska.too-many-elements").with("max", MAX_CHILDREN),
                    "bound MAX_CHILDREN"));
        }
        Optional<EbmlElement> found = EbmlElement.at(window, next);
        if (found.isEmpty() && window.exists(next)) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.NOT_AN_ELEMENT, next, Phrase.of("defects:matroska.no-element"), CLAUSE));
        }
        if (found.isEmpty()) {
            return false;
        }
        element = found.get();
        if (element.end() > end && element.end() != Long.MAX_VALUE) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.ELEMENT_RUNS_PAST_PARENT,
                    next,
                    Phrase.of("defects:matroska.past-parent").with("bytes", element.end() - end),
                    CLAUSE));
        }
        next = element.end();
        return true;
    }

    int id() {
        return element.id();
    }

    EbmlElement element() {
        return element;
    }

    /** Where the next one would begin. */
    long nextOffset() {
        return next;
    }

    /** An unsigned number of up to eight bytes; 2⁶³ and more as the largest {@code long}. */
    long number() throws IOException, MalformedException {
        int length = length(Long.BYTES);
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | window.u8(element.body() + i);
        }
        return number < 0 ? Long.MAX_VALUE : number;
    }

    /** A floating-point number of no, four or eight bytes. */
    double real() throws IOException, MalformedException {
        int length = length(Long.BYTES);
        return switch (length) {
            case 0 -> 0;
            case Float.BYTES -> Float.intBitsToFloat(window.i32(element.body()));
            case Double.BYTES -> Double.longBitsToDouble(window.i64(element.body()));
            default -> throw malformed(length);
        };
    }

    /** Up to the first zero: a text may be padded. */
    String text() throws IOException, MalformedException {
        String text =
                window.text(element.body(), (int) Math.min(LONGEST_TEXT, Math.max(0, element.end() - element.body())));
        int zero = text.indexOf('\0');
        return printable(zero < 0 ? text : text.substring(0, zero));
    }

    /** Names of codecs are shown, and in logs control characters would be obeyed: what is not printable ASCII is a question mark. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                printable.setCharAt(i, '?');
            }
        }
        return printable.toString();
    }

    /** As many of its bytes as there are, up to a number. */
    byte[] bytes(int max) throws IOException, MalformedException {
        return window.bytes(element.body(), (int) Math.min(max, Math.max(0, element.end() - element.body())));
    }

    private int length(int max) throws MalformedException {
        long length = element.end() - element.body();
        if (length > max) {
            throw malformed(length);
        }
        return (int) length;
    }

    private MalformedException malformed(long length) {
        return new MalformedException(Malformed.broken(
                MalformedCode.ELEMENT_SIZE,
                element.body(),
                Phrase.of("defects:matroska.number-length").with("length", length),
                "RFC 8794 7"));
    }
}
