package io.mediapreflight.submit.contract;

import io.mediapreflight.Clearance;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Requests that were really judged and cleared: there is no other way to one. */
public final class Cleared {
    public static final Path TESTDATA = Path.of("..", "..", "testdata");

    public static final GenerationRequest REQUEST = GenerationRequest.builder()
            .model("kling/kling-v3-motion-control")
            .prompt("A dancer performs graceful movements in a sunlit studio")
            .image("https://media.example.org/character.jpg")
            .video("https://media.example.org/dance.mp4")
            .characterOrientation(Orientation.VIDEO)
            .build();

    private Cleared() {}

    public static ClearedRequest request() {
        return request(REQUEST, Clock.systemUTC());
    }

    public static ClearedRequest request(GenerationRequest request, Clock clock) {
        return request(
                request,
                LocalMedia.of(TESTDATA.resolve("smallest-300x300.jpg"), TESTDATA.resolve("clip-4s-faststart.mp4")),
                clock);
    }

    public static ClearedRequest request(GenerationRequest request, LocalMedia media, Clock clock) {
        Preflight preflight = Preflight.builder().clock(clock).build();
        try {
            Clearance clearance = preflight.clear(preflight.check(request, List.of(), media), true);
            if (clearance instanceof Clearance.Cleared cleared) {
                return cleared.request();
            }
            throw new AssertionError(clearance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
