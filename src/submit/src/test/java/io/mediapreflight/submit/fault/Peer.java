package io.mediapreflight.submit.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One connection of a {@link FaultServer}. */
public final class Peer {
    public static final String ACCEPTED = "{\"task_id\":\"task_1\",\"model\":\"kling/kling-v3-motion-control\","
            + "\"created_at\":\"2026-04-21T07:17:39.146Z\",\"request_id\":\"r-1\"}";

    private final Socket socket;
    private final List<String> requests;

    public Peer(Socket socket, List<String> requests) {
        this.socket = socket;
        this.requests = requests;
    }

    /** Reads a whole request, headers and body. */
    public String readRequest() throws IOException {
        String head = readHead();
        return readBody(head, contentLength(head));
    }

    /** Reads the headers only. */
    public String readHead() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            head.append((char) b);
        }
        requests.add(head.toString());
        return head.toString();
    }

    /** Reads so many bytes of the body behind a head. */
    public String readBody(String head, int length) throws IOException {
        String whole = head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        requests.set(requests.lastIndexOf(head), whole);
        return whole;
    }

    public static int contentLength(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return 0;
    }

    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** A whole response with JSON in it, after which the connection stays open. */
    public void response(int status, String body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n");
        write(head + body);
        waitForTheClient();
    }

    /** Accepts the task. */
    public void accept() throws IOException {
        response(200, ACCEPTED);
    }

    /** Closes with an RST. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Closes its side, and waits for the client to close the other: no reset can overtake what was written. */
    public void sayNoMore() throws IOException {
        socket.shutdownOutput();
        waitForTheClient();
    }

    /** Until the client hangs up. */
    public void waitForTheClient() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        while (in.read(buffer) >= 0) {
            // a client that has its response has nothing more to say
        }
    }

    /** Neither responds nor hangs up. */
    public void beSilent() throws IOException {
        waitForTheClient();
    }
}
