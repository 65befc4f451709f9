package io.mediapreflight.ffmpeg.worker;

/** Placeholder until the examiner is merged. */
final class FfmpegOpening implements WorkerLoop.Opening {
    @Override
    public WorkerLoop.Opened open(WorkerConfig config) throws UnavailableException {
        throw new UnavailableException("none");
    }
}
