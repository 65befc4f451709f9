package org.example;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.metadata.PersonalDataReader;
import io.mediapreflight.report.JsonReport;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import java.nio.file.Path;

/** Checks a video, and reads the metadata of an image. Arguments: the two files. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Preflight preflight =
                Preflight.builder().metadata(new PersonalDataReader()).build();
        Verdict video = preflight.check(Path.of(arguments[0]), Subject.video(Orientation.IMAGE));
        video.findings().forEach(finding -> System.out.println(finding.rule().id() + ": " + finding.message()));
        Verdict image = preflight.check(Path.of(arguments[1]), Subject.image());
        System.out.println(image.outcome() + " " + (JsonReport.toJson(image).length() > 100));
    }
}
