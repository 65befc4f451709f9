package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.message.Channel;
import io.mediapreflight.ffmpeg.message.Message;
import io.mediapreflight.ffmpeg.message.ProtocolException;
import io.mediapreflight.probe.Probed;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/** A worker's program that does what the name of the file says. */
final class Misbehaving {
    private static OutputStream out = OutputStream.nullOutputStream();

    private Misbehaving() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        out = arguments.length > 0 ? new FileOutputStream(arguments[0]) : new FileOutputStream(FileDescriptor.out);
        WorkerMain.serve(config -> new WorkerLoop.OpenedExaminer(Misbehaving::examine, "none"), arguments);
    }

    private static Examination examine(Path file, Probed probed) {
        try {
            return examination(act(file), file);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int act(Path file) throws IOException, InterruptedException {
        String name = String.valueOf(file.getFileName());
        switch (name) {
            case "exits" -> Runtime.getRuntime().halt(7);
            case "complains" -> {
                System.out.println("the disk is on fire");
                Runtime.getRuntime().halt(1);
            }
            case "is killed" -> kill("-KILL");
            case "is stopped by a fault" -> kill("-SEGV");
            case "hangs" -> new CountDownLatch(1).await();
            case "takes a while" -> Thread.sleep(10);
            case "throws" -> throw new IllegalStateException("no idea");
            case "recurses" -> recurse(0);
            case "fills the heap" -> fill();
            case "writes garbage" ->
                write("[h264 @ 0x55] decode_slice_header error\n"
                        .repeat(3)
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            case "speaks another version" -> write(Channel.framed(Channel.VERSION + 1, new byte[] {1}));
            case "speaks half a frame" -> {
                write(java.util.Arrays.copyOf(Channel.framed(Channel.VERSION, new byte[] {1, 2, 3}), 17));
                Runtime.getRuntime().halt(0);
            }
            case "claims two gigabytes" -> {
                byte[] frame = Channel.framed(Channel.VERSION, new byte[0]);
                java.nio.ByteBuffer.wrap(frame).putInt(8, Integer.MAX_VALUE);
                write(frame);
            }
            case "prints like a library" -> {
                try (FileOutputStream library = new FileOutputStream(FileDescriptor.out)) {
                    library.write(new byte[100]);
                }
            }
            case "takes native memory" -> map();
            case "responses something else" -> send(new Message.Response(0, examination(1, file)));
            case "says too much" -> {
                return Channel.MAX_BYTES;
            }
            default -> {
                return 1;
            }
        }
        return 1;
    }

    private static void kill(String signal) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "kill " + signal + " " + ProcessHandle.current().pid())
                .start()
                .waitFor();
        new CountDownLatch(1).await();
    }

    private static int recurse(int depth) {
        return depth < 0 ? depth : recurse(depth + 1) + recurse(depth + 2);
    }

    private static void fill() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[1 << 20]);
        }
        throw new IllegalStateException("the heap has no bound: " + kept);
    }

    /** Two GiB of address space. */
    private static void map() throws IOException {
        Path sparse = Files.createTempFile("preflight", ".sparse");
        try (FileChannel channel = FileChannel.open(
                sparse, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            channel.map(FileChannel.MapMode.READ_WRITE, 0, Integer.MAX_VALUE);
        }
    }

    private static void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    private static void send(Message message) throws IOException {
        try {
            new Channel(System.in, out).send(message);
        } catch (ProtocolException e) {
            throw new IOException(e);
        }
    }

    /** Reports the process (or its environment, where the name says so) and the path, so that tests see both. */
    private static Examination examination(int length, Path file) throws IOException {
        String by = String.valueOf(ProcessHandle.current().pid());
        if (file.endsWith("reports its environment")) {
            by = String.join(" ", new TreeSet<>(System.getenv().keySet()));
        } else if (file.endsWith("reports its limits")) {
            by = Files.readString(Path.of("/proc/self/limits"));
        }
        return new Examination(
                new DecoderResult(
                        by,
                        Optional.empty(),
                        length == 1 ? new Decoding.Decoded(Depth.ENDS, 2) : new Decoding.Undecided("x".repeat(length))),
                List.of(),
                file.toUri().getRawPath().length());
    }
}
