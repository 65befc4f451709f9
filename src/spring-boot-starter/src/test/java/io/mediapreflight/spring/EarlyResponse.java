package io.mediapreflight.spring;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * What a server answers while a body may still be arriving. The JDK's client gives such an answer up as soon as it cannot send any more.
 *
 * @param text status line, headers and body
 * @param bytesSent how much of the body was sent by then
 */
record EarlyResponse(String text, long bytesSent) {
    private static final int MILLIS = 120_000;

    static EarlyResponse to(int port, String path, PaddedFile file) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            CountingStream out = new CountingStream(socket.getOutputStream());
            Thread sender = new Thread(() -> send(out, path, file));
            sender.start();
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            sender.join();
            return new EarlyResponse(text, out.count);
        }
    }

    private static void send(CountingStream out, String path, PaddedFile file) {
        try {
            String head =
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: video/mp4\r\n"
                            + "Content-Length: " + file.length() + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.count = 0;
            file.writeTo(out);
            out.flush();
        } catch (IOException e) {
            return; // the server has closed its end
        }
    }

    private static final class CountingStream extends FilterOutputStream {
        private long count;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
