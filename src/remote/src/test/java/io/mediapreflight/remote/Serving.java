package io.mediapreflight.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Serves one file as an honest server does: ranges, several ones too, {@code If-Range}. */
final class Serving implements TestServer.Handler {
    /** Of the file until it is replaced. */
    static final String TAG = "\"v1\"";

    private static final int CHUNK = 8192;

    private volatile byte[] content;
    private volatile String tag = TAG;
    private String type = "application/octet-stream";
    private boolean hasRanges = true;
    private boolean hasMultipleRanges = true;
    private boolean chunked;
    private boolean closing;
    private final List<String> more = new ArrayList<>();

    private Serving(byte[] content) {
        this.content = content;
    }

    static Serving of(byte[] content) {
        return new Serving(content);
    }

    Serving withoutRanges() {
        hasRanges = false;
        return this;
    }

    Serving withoutMultipleRanges() {
        hasMultipleRanges = false;
        return this;
    }

    /** Without a length. */
    Serving chunked() {
        chunked = true;
        return withoutRanges();
    }

    /** Without a length or any other sign of where the body ends. */
    Serving untilClosed() {
        closing = true;
        return withoutRanges();
    }

    Serving type(String value) {
        type = value;
        return this;
    }

    Serving header(String line) {
        more.add(line);
        return this;
    }

    /** The file is another one from now on. */
    void replace(byte[] other, String otherTag) {
        content = other;
        tag = otherTag;
    }

    byte[] content() {
        return content;
    }

    @Override
    public void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
        String range = request.header("range");
        String condition = request.header("if-range");
        boolean isPart = hasRanges && range.startsWith("bytes=") && (condition.isEmpty() || condition.equals(tag));
        String[] ranges = isPart ? range.substring("bytes=".length()).split(",", -1) : new String[0];
        if (ranges.length == 1) {
            part(ranges[0], out);
        } else if (ranges.length > 1 && hasMultipleRanges) {
            parts(ranges, out);
        } else {
            whole(out, connection);
        }
    }

    private void part(String range, OutputStream out) throws IOException {
        int[] bounds = bounds(range);
        if (bounds[0] >= content.length) {
            head(out, 416, "Content-Range: bytes */" + content.length, "Content-Length: 0");
            return;
        }
        head(
                out,
                206,
                "Content-Type: " + type,
                "Content-Range: " + contentRange(bounds),
                "Content-Length: " + (bounds[1] - bounds[0] + 1));
        out.write(content, bounds[0], bounds[1] - bounds[0] + 1);
    }

    private int[] bounds(String range) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(range.substring(0, dash));
        String last = range.substring(dash + 1);
        return new int[] {
            first, last.isEmpty() ? content.length - 1 : Math.min(content.length - 1, Integer.parseInt(last))
        };
    }

    private String contentRange(int[] bounds) {
        return "bytes " + bounds[0] + "-" + bounds[1] + "/" + content.length;
    }

    private void parts(String[] ranges, OutputStream out) throws IOException {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        for (String range : ranges) {
            int[] bounds = bounds(range);
            body.writeBytes(("\r\n--BOUNDARY\r\nContent-Type: " + type + "\r\nContent-Range: " + contentRange(bounds)
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            body.write(content, bounds[0], bounds[1] - bounds[0] + 1);
        }
        body.writeBytes("\r\n--BOUNDARY--\r\n".getBytes(StandardCharsets.ISO_8859_1));
        head(out, 206, "Content-Type: multipart/byteranges; boundary=BOUNDARY", "Content-Length: " + body.size());
        body.writeTo(out);
    }

    private void whole(OutputStream out, Socket connection) throws IOException {
        byte[] all = content;
        if (chunked) {
            head(out, 200, "Content-Type: " + type, "Transfer-Encoding: chunked");
            for (int at = 0; at < all.length; at += CHUNK) {
                int length = Math.min(CHUNK, all.length - at);
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(all, at, length);
                out.write(new byte[] {'\r', '\n'});
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else if (closing) {
            head(out, 200, "Content-Type: " + type, "Connection: close");
            out.write(all);
            out.flush();
            connection.close();
        } else {
            head(out, 200, "Content-Type: " + type, "Content-Length: " + all.length);
            for (int at = 0; at < all.length; at += CHUNK) {
                out.write(all, at, Math.min(CHUNK, all.length - at));
            }
        }
    }

    private void head(OutputStream out, int status, String... lines) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList(lines));
        all.add("ETag: " + tag);
        all.addAll(more);
        TestServer.head(out, status, all.toArray(String[]::new));
    }
}
