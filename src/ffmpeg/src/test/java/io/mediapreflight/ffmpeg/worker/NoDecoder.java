package io.mediapreflight.ffmpeg.worker;

import java.io.IOException;

/** A worker's program that has nothing to serve. */
final class NoDecoder {
    private NoDecoder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkerMain.serve(
                config -> {
                    throw new UnavailableException("there is no decoder on this machine");
                },
                arguments);
    }
}
