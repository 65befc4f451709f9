package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.Examination;
import io.mediapreflight.Examiner;
import io.mediapreflight.ffmpeg.message.Channel;
import io.mediapreflight.ffmpeg.message.Message;
import io.mediapreflight.ffmpeg.message.ProtocolException;
import io.mediapreflight.ffmpeg.message.WorkerConfig;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The worker's side: serves one examiner to the peer at the other end of two streams, a file at a time. */
final class WorkerLoop {
    private static final int INBOX = 2; // the asker waits for each response: one message and the end

    private final Channel channel;
    private final Runnable ended;
    private final BlockingQueue<Optional<Message>> inbox = new ArrayBlockingQueue<>(INBOX);

    private WorkerLoop(Channel channel, Runnable ended) {
        this.channel = channel;
        this.ended = ended;
    }

    /** Makes the examiner that is served. */
    @FunctionalInterface
    interface Opening {
        /**
         * Loads whatever is needed, so that a worker that is ready works.
         *
         * @throws UnavailableException where it cannot work here at all
         */
        OpenedExaminer open(WorkerConfig config) throws UnavailableException;
    }

    /** Makes thumbnails. */
    @FunctionalInterface
    interface Thumbnailing {
        /**
         * A JPEG.
         *
         * @throws IOException where none can be made of the file
         */
        byte[] of(Path file, Probed probed, int longerSide) throws IOException;
    }

    /**
     * What is served.
     *
     * @param decoder its name and version
     */
    record OpenedExaminer(Examiner examiner, Thumbnailing thumbnails, String decoder) {
        /** Without thumbnails. */
        OpenedExaminer(Examiner examiner, String decoder) {
            this(
                    examiner,
                    (file, probed, longerSide) -> {
                        throw new IOException();
                    },
                    decoder);
        }
    }

    /**
     * Serves until {@code in} ends.
     *
     * @param ended run as soon as {@code in} ends, by a thread of its own, even while a file is being examined: a worker
     *     whose parent is gone has nothing left to do
     * @throws IOException where {@code out} takes no more
     */
    static void serve(Opening opening, InputStream in, OutputStream out, Runnable ended)
            throws IOException, InterruptedException {
        WorkerLoop loop = new WorkerLoop(new Channel(in, out), ended);
        Thread reader = new Thread(loop::read, "requests");
        reader.setDaemon(true);
        reader.start();
        try {
            loop.serve(opening);
        } catch (ProtocolException e) {
            throw new IOException(e.why(), e);
        } finally {
            reader.interrupt();
        }
    }

    private void read() {
        try {
            while (true) {
                inbox.put(Optional.of(channel.receive()));
            }
        } catch (IOException | ProtocolException e) {
            ended.run(); // whether it ended or talks nonsense: no caller waits for a response
            inbox.add(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Opening opening) throws IOException, ProtocolException, InterruptedException {
        Optional<Message> first = inbox.take();
        if (first.isEmpty() || !(first.get() instanceof Message.Hello hello)) {
            return;
        }
        OpenedExaminer opened;
        try {
            opened = opening.open(hello.config());
        } catch (UnavailableException e) {
            channel.send(new Message.Unavailable(String.valueOf(e.getMessage())));
            return;
        } catch (RuntimeException | LinkageError e) {
            channel.send(new Message.Unavailable(because("ffmpeg:worker.not-loaded", e)));
            return;
        }
        channel.send(new Message.Ready(opened.decoder()));
        Optional<Message> next = inbox.take();
        boolean served = true;
        while (served && next.isPresent()) {
            served = serve(opened, next.get());
            next = served ? inbox.take() : next;
        }
    }

    /** Responds to a request; returns false where there is none. */
    private boolean serve(OpenedExaminer opened, Message message) throws IOException, ProtocolException {
        if (message instanceof Message.Request request) {
            respond(request.id(), () -> {
                Examination examination = opened.examiner().examine(PathNames.path(request.path()), request.probed());
                return new Message.Response(request.id(), examination);
            });
            return true;
        }
        if (message instanceof Message.ThumbnailRequest request) {
            respond(request.id(), () -> {
                byte[] jpeg =
                        opened.thumbnails().of(PathNames.path(request.path()), request.probed(), request.longerSide());
                return new Message.Thumbnail(request.id(), Base64.getEncoder().encodeToString(jpeg));
            });
            return true;
        }
        return false;
    }

    /** What makes a response. */
    @FunctionalInterface
    private interface Work {
        Message response() throws IOException;
    }

    private void respond(long id, Work work) throws IOException, ProtocolException {
        Message response;
        try {
            response = work.response();
        } catch (InvalidPathException e) {
            response = new Message.Failed(
                    id, Phrase.of("ffmpeg:worker.impossible-name").toString());
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            response = new Message.Failed(id, because("ffmpeg:worker.failed", e));
        }
        try {
            channel.send(response);
        } catch (ProtocolException e) {
            channel.send(new Message.Failed(id, e.why()));
        }
    }

    /** An error of the JVM may have no message. */
    private static String because(String key, Throwable cause) {
        return cause.getMessage() == null
                ? Phrase.of(key + "-without-reason").toString()
                : Phrase.of(key).with("reason", cause.getMessage()).toString();
    }
}
