package io.mediapreflight.ffmpeg.worker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real decoder at the other end. */
class FfmpegWorkersTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight.ffmpeg.worker");

    private static FfmpegWorkers workers;

    @BeforeAll
    static void start() {
        workers = FfmpegWorkers.builder(Limits.klingV3MotionControl())
                .workers(1)
                .depth(Depth.EVERY_FRAME)
                .build();
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo-exif-orientation-6.jpg",
                "drawing.png",
                "truncated.png",
                "clip.mov",
                "hevc.mov",
                "rotated-90.mov",
                "fragmented.mp4",
                "truncated-moov-first.mp4"
            })
    void a_worker_reads_what_this_process_would_read(String name) {
        Path file = Testdata.file(name);
        Examination here = examined(
                file,
                Preflight.builder()
                        .examiner(InProcessExaminer.builder(Limits.klingV3MotionControl())
                                .depth(Depth.EVERY_FRAME)
                                .build())
                        .build());
        Examination there = examined(file, Preflight.builder().examiner(workers).build());

        assertThat(there.decoderResult()).isEqualTo(here.decoderResult());
        assertThat(there.advice()).isEqualTo(here.advice());
    }

    @Test
    void a_worker_makes_thumbnails_and_examines_files_in_turn() {
        Path file = Testdata.file("rotated-90.mov");
        Preflight preflight = Preflight.builder().examiner(workers).build();
        for (int i = 0; i < 2; i++) {
            assertThat(workers.thumbnail(file, probed(file), 96))
                    .hasValueSatisfying(
                            jpeg -> assertThat(jpeg).startsWith(0xFF, 0xD8).hasSizeLessThan(16_384));
            assertThat(examined(file, preflight).decoderResult()).isPresent();
        }
    }

    @Test
    void what_has_no_thumbnail_costs_no_worker() {
        Path garbage = Testdata.file("garbage.mp4");
        Path photo = Testdata.file("photo-small.jpg");
        assertThat(workers.thumbnail(photo, probed(photo), 96)).isPresent();
        List<ProcessHandle> before = workers.processes();
        assertThat(workers.thumbnail(garbage, probed(garbage), 96)).isEmpty();
        assertThat(workers.thumbnail(photo, probed(photo), 96)).isPresent();
        assertThat(workers.processes()).isEqualTo(before);
    }

    private static Probed probed(Path file) {
        return Preflight.standard().check(file, Subject.anything()).probed().orElseThrow();
    }

    /** So that the program that asks can do without the natives, and never loads them. */
    @Test
    void only_the_workers_own_programs_know_the_decoder() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(FfmpegOpening|UnpackMain)")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.mediapreflight.ffmpeg", "org.bytedeco.."))
                .check(MAIN);
        noClasses()
                .that()
                .doNotHaveSimpleName("WorkerMain")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("FfmpegOpening")
                .check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(WorkerMain|UnpackMain)")
                .check(MAIN);
    }

    private static Examination examined(Path file, Preflight preflight) {
        Inspection inspection = preflight.inspect(file);
        return preflight.examine(file, inspection).orElseThrow();
    }
}
