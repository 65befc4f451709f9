package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.Examination;
import io.mediapreflight.probe.Probed;

/** What the two processes say to each other. */
public sealed interface Message {
    /** The first message to a worker. */
    record Hello(WorkerConfig config) implements Message {}

    /**
     * The response to {@link Hello}.
     *
     * @param decoder name and version of what will be used
     */
    record Ready(String decoder) implements Message {}

    /**
     * The other response to {@link Hello}.
     *
     * @param why a clause
     */
    record Unavailable(String why) implements Message {}

    /**
     * A file to examine.
     *
     * @param id the response has the same
     * @param path absolute, as {@link io.mediapreflight.source.PathNames#text} has it
     */
    record Request(long id, String path, Probed probed) implements Message {}

    /** The result of a {@link Request}. */
    record Response(long id, Examination examination) implements Message {}

    /**
     * Nothing came of a {@link Request}, through no fault of the file's that is known.
     *
     * @param why a clause
     */
    record Failed(long id, String why) implements Message {}

    /**
     * A file to make a thumbnail of.
     *
     * @param id the response has the same
     * @param path as in {@link Request}
     * @param longerSide pixels at most
     */
    record ThumbnailRequest(long id, String path, Probed probed, int longerSide) implements Message {}

    /**
     * The result of a {@link ThumbnailRequest}.
     *
     * @param jpeg in Base64
     */
    record Thumbnail(long id, String jpeg) implements Message {}
}
