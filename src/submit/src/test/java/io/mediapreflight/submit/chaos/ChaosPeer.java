package io.mediapreflight.submit.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection of a {@link ChaosServer}. */
final class ChaosPeer {
    private static final Pattern NAME = Pattern.compile("chaos (\\d+)\\.");
    private static final int SILENCE_MILLIS = 5_000;

    private final Socket socket;
    private final Random random;
    private String head = "";
    private int name = -1;

    ChaosPeer(Socket socket, Random random) throws IOException {
        this.socket = socket;
        this.random = random;
        socket.setSoTimeout(SILENCE_MILLIS);
    }

    Random random() {
        return random;
    }

    /** Which request this is, as its prompt says; known once its body was read. */
    int name() {
        return name;
    }

    String method() {
        return head.substring(0, Math.max(0, head.indexOf(' ')));
    }

    /** Reads the headers. */
    void readHead() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            read.append((char) b);
        }
        head = read.toString();
    }

    /** Reads a part of the body, or all of it. */
    void readBody(double part) throws IOException {
        Matcher length = Pattern.compile("content-length: *(\\d+)").matcher(head.toLowerCase(Locale.ROOT));
        int bytes = length.find() ? (int) (Integer.parseInt(length.group(1)) * part) : 0;
        String body = new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
        Matcher matcher = NAME.matcher(body);
        name = matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    String taskId() {
        return ChaosServer.taskId(name);
    }

    /** The body of a response that accepts the request, with some fields in front. */
    String acceptance(String fields) {
        return "{" + fields + "\"task_id\":\"" + taskId() + "\",\"model\":\"kling/kling-v3-motion-control\","
                + "\"created_at\":\"2026-04-21T07:17:39.146Z\",\"request_id\":\"r-" + name + "\"}";
    }

    void accept() throws IOException {
        response(200, acceptance(""));
    }

    /** An error whose every field shows what the client sent, its key included. */
    void fail(int status, String... headers) throws IOException {
        String key = authorization();
        String error = "{\"error\":{\"code\":\"c " + key + "\",\"message\":\"no: " + key + " \\u0053" + "\",\"status\":"
                + status + ",\"request_id\":\"r " + key + "\"}}";
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "X-Echo: " + key;
        response(status, error, all);
    }

    private String authorization() {
        Matcher matcher = Pattern.compile("(?i)authorization: *(.*)\r\n").matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }

    void response(int status, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        write(text + "Content-Length: " + bytes.length + "\r\n\r\n");
        write(bytes);
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void flood(String text, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            write(text);
        }
    }

    /** A byte now and then, until the client has had enough. */
    void drip() throws IOException {
        write("HTTP/1.1 200 OK\r\nX-Slow: ");
        try {
            for (int i = 0; i < 100; i++) {
                Thread.sleep(100);
                write("x");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes with an RST. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says nothing until the client hangs up. */
    void beSilent() throws IOException {
        byte[] buffer = new byte[1024];
        while (socket.getInputStream().read(buffer) >= 0) {
            // what else it says does not matter
        }
    }
}
