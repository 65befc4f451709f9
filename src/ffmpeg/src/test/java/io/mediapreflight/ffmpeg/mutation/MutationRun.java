package io.mediapreflight.ffmpeg.mutation;

import io.mediapreflight.Preflight;
import io.mediapreflight.ffmpeg.FrameJudge;
import io.mediapreflight.ffmpeg.PacketJudge;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Checks the mutants of one audio file, and asks FFmpeg about those that pass. */
final class MutationRun {
    /** Of the mutants with two changes, for each fixture. */
    private static final int PAIRS = 6000;

    private static final Preflight PREFLIGHT = Preflight.standard();

    /** What is made of a fixture, for which slot it is checked, and who says whether it plays. */
    enum Family {
        MOVIE(MovieMutants::of, PacketJudge::objection),
        PNG(PngMutants::of, file -> FrameJudge.objection(file, true)),
        JPEG(JpegMutants::of, file -> FrameJudge.objection(file, false));

        private final BiFunction<byte[], Integer, Stream<Mutant>> mutants;
        private final Judge judge;

        Family(BiFunction<byte[], Integer, Stream<Mutant>> mutants, Judge judge) {
            this.mutants = mutants;
            this.judge = judge;
        }
    }

    @FunctionalInterface
    private interface Judge {
        /** Why the file does not play; empty where it does. */
        Optional<String> objection(Path file) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param mutants how many were checked
     * @param passed how many of these passed
     * @param refuted those that passed and do not play, each with the reason, but for the listed exceptions
     */
    record Result(long mutants, long passed, List<String> refuted) {}

    private final String fixture;
    private final Family family;
    private final Path file;
    private final Exceptions exceptions;

    MutationRun(String fixture, Family family, Path directory) throws IOException {
        this.fixture = fixture;
        this.family = family;
        this.file = directory.resolve(fixture);
        this.exceptions = Exceptions.read();
    }

    /** What is wrong with the fixture itself; empty where it passes and plays, as it must. */
    Optional<String> objectionToFixture() throws IOException {
        byte[] bytes = Files.readAllBytes(Testdata.file(fixture));
        return passes(bytes) ? objection(bytes) : Optional.of("it does not pass");
    }

    /** @param every 1 for all mutants, 100 for every hundredth */
    Result run(int every) throws IOException {
        List<String> refuted = new ArrayList<>();
        long number = 0;
        long checked = 0;
        long passed = 0;
        for (Mutant mutant :
                (Iterable<Mutant>) family.mutants.apply(Files.readAllBytes(Testdata.file(fixture)), PAIRS)::iterator) {
            if (number++ % every != 0) {
                continue;
            }
            checked++;
            if (passes(mutant.bytes())) {
                passed++;
                objection(mutant.bytes())
                        .filter(why -> !exceptions.cover(fixture, mutant))
                        .ifPresent(why -> refuted.add(mutant + ": " + why));
            }
        }
        return new Result(checked, passed, refuted);
    }

    private boolean passes(byte[] bytes) {
        Subject subject = family == Family.MOVIE ? Subject.video(Orientation.IMAGE) : Subject.image();
        return PREFLIGHT.check(BytesSource.of(bytes), subject.named(fixture)).passed();
    }

    private Optional<String> objection(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return family.judge.objection(file);
    }
}
