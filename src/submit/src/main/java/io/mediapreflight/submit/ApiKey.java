package io.mediapreflight.submit;

import io.mediapreflight.submit.mask.KeyMask;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The key of the service. Its text leaves this object only in requests: {@link #toString} does not show it, and it is
 * masked in everything that the service sends back.
 */
public final class ApiKey {
    /**
     * The environment variable of the key. A key is never taken from the command line, which every process can read.
     */
    public static final String VARIABLE = "IMINI_API_KEY";

    /** Keys have some dozens of characters; a file much longer than this is some other file. */
    private static final int MAX_CHARS = 4096;

    private final String text;
    private final KeyMask mask;

    private ApiKey(String text) {
        this.text = text;
        this.mask = new KeyMask(text);
    }

    /**
     * A key that the caller supplies.
     *
     * @throws RefusedValueException where it is empty, or holds what no header can carry: white space, control
     *     characters, anything but ASCII. The message does not show it
     */
    public static ApiKey of(String text) {
        return checked(text, Phrase.of("submit:key"));
    }

    /**
     * The key in {@value #VARIABLE}.
     *
     * @throws RefusedValueException where there is none, or it cannot be one
     */
    public static ApiKey fromEnvironment(Map<String, String> environment) {
        String value = environment.get(VARIABLE);
        if (value == null) {
            throw new RefusedValueException(Phrase.of("submit:key-missing").with("variable", VARIABLE));
        }
        return checked(value, Phrase.of("submit:key-of-variable").with("variable", VARIABLE));
    }

    /**
     * The key in a file that holds nothing else but one line feed at its end.
     *
     * @throws RefusedValueException where the file holds no key
     */
    public static ApiKey fromFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(Phrase.of("submit:key-special")
                    .with("file", file.toString())
                    .toString());
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_CHARS + 3);
        }
        String content = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = content.endsWith("\r\n") ? 2 : content.endsWith("\n") ? 1 : 0;
        return checked(
                content.substring(0, content.length() - end),
                Phrase.of("submit:key-of-file").with("file", file.toString()));
    }

    private static ApiKey checked(String text, Phrase where) {
        if (text.isEmpty()) {
            throw problem(Phrase.of("submit:key-empty"), where);
        }
        if (text.length() > MAX_CHARS) {
            throw problem(Phrase.of("submit:key-too-long").with("max", MAX_CHARS), where);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                throw problem(
                        Phrase.of("submit:key-character")
                                .with("character", kind(c))
                                .with("position", Integer.toString(i + 1)),
                        where);
            }
        }
        return new ApiKey(text);
    }

    private static RefusedValueException problem(Phrase what, Phrase key) {
        return new RefusedValueException(what.with("key", key));
    }

    private static Phrase kind(char c) {
        if (c == ' ') {
            return Phrase.of("submit:character.space");
        }
        return Phrase.of(c < ' ' || c == 0x7F ? "submit:character.control" : "submit:character.other");
    }

    /** For the one header that carries it. */
    String text() {
        return text;
    }

    /** A text without the key, in whatever spelling it stands there, and without any other bearer token. */
    String masked(String other) {
        return mask.apply(other);
    }

    @Override
    public String toString() {
        return "ApiKey[" + KeyMask.SHOWN + "]";
    }
}
