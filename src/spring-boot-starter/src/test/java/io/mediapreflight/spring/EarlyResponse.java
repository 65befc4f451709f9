package io.mediapreflight.spring;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a server answers while a body is still being sent. The JDK's client gives such an answer up as soon as it cannot send any more.
 *
 * @param text status line, headers and body
 * @param bytesSent how much of the body was sent by then
 */
record EarlyResponse(String text, long bytesSent) {
    private static final int MILLIS = 60_000;
    private static final int CHUNK = 1 << 16;

    /** Sends a file with zeros behind it, so that the body has this length. */
    static EarlyResponse to(int port, String path, Path file, long length) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            AtomicLong sent = new AtomicLong();
            Thread sender = new Thread(() -> send(socket, path, file, length, sent));
            sender.start();
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            sender.join();
            return new EarlyResponse(text, sent.get());
        }
    }

    private static void send(Socket socket, String path, Path file, long length, AtomicLong sent) {
        try {
            OutputStream out = socket.getOutputStream();
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: video/mp4\r\nContent-Length: "
                    + length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = Files.readAllBytes(file);
            out.write(bytes);
            sent.addAndGet(bytes.length);
            byte[] zeros = new byte[CHUNK];
            while (sent.get() < length) {
                int more = (int) Math.min(CHUNK, length - sent.get());
                out.write(zeros, 0, more);
                sent.addAndGet(more);
            }
        } catch (IOException e) {
            return; // the server has closed its end
        }
    }
}
