package org.example.uploads;

import io.mediapreflight.Clearance;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Submission;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks an image, then submits a request whose transport prints it and fails, so that nothing leaves the machine.
 * Arguments: an image that fails its check, an image that passes, a video that passes.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Preflight preflight = Preflight.standard();
        Verdict verdict = preflight.check(Path.of(arguments[0]), Subject.image());
        System.out.println(verdict.outcome() + ": " + verdict.findings().get(0).message());

        GenerationRequest request = GenerationRequest.builder()
                .model(preflight.limits().model())
                .image("https://media.example.org/character.jpg")
                .video("https://media.example.org/dance.mp4")
                .characterOrientation(Orientation.VIDEO)
                .build();
        LocalMedia media = LocalMedia.of(Path.of(arguments[1]), Path.of(arguments[2]));
        Service service = Service.builder()
                .baseUrl(URI.create("https://service.example.org"))
                .apiKey(ApiKey.of("none"))
                .transport(call -> {
                    System.out.println(call.method() + " " + call.body().orElseThrow());
                    throw new IllegalStateException("a dry run");
                })
                .build();
        if (preflight.clear(preflight.check(request, List.of(), media), false) instanceof Clearance.Cleared cleared
                && service.submitter().submit(cleared.request()) instanceof Submission.Unanswered unanswered) {
            System.out.println("not known: " + unanswered.why());
        }
        System.out.println(Main.class.getModule());
    }
}
