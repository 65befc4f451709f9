package io.mediapreflight.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.s3.FaultyStore.Fault;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every read of every sample goes wrong once, and from then on: the verdict is right, or unknown with a reason, and never a pass by half an object. */
@Tag("sampled")
class FaultInjectionTest {
    private static final Set<Fault> CERTAIN = Set.of(Fault.GONE);

    private static List<byte[]> samples() {
        Mp4Builder clip = Mp4Builder.clip()
                .inMoov(BoxWriter.box("free", new byte[50_000]))
                .mediaData(300_000);
        return List.of(
                clip.bytes(),
                clip.moovLast().bytes(),
                JpegBuilder.image()
                        .size(3000, 2000)
                        .entropy(JpegBuilder.entropyCoded(200_000))
                        .bytes());
    }

    private static Subject subject(int sample) {
        return sample == 2 ? Subject.image().named("a.jpg") : Subject.video().named("a.mp4");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_verdict_is_right_or_unknown_whichever_read_goes_wrong(Fault fault) throws IOException {
        List<byte[]> samples = samples();
        boolean inFull = Boolean.getBoolean("preflight.heavy");
        for (int sample = 0; sample < (inFull ? samples.size() : 1); sample++) {
            byte[] content = samples.get(sample);
            Outcome right = Preflight.standard()
                    .check(BytesSource.of(content), subject(sample))
                    .outcome();
            for (int request = inFull ? 0 : 1; request < (inFull ? 3 : 2); request++) {
                int at = request;
                for (boolean isListed : inFull ? new boolean[] {false, true} : new boolean[] {true}) {
                    check(content, sample, isListed, number -> number == at ? fault : Fault.NONE, fault, right);
                    check(content, sample, isListed, number -> number >= at ? fault : Fault.NONE, fault, right);
                }
            }
        }
    }

    private static void check(
            byte[] content, int sample, boolean isListed, IntFunction<Fault> faults, Fault fault, Outcome right)
            throws IOException {
        StoredObject listed = new StoredObject(
                FaultyStore.OBJECT,
                OptionalLong.of(content.length),
                ObjectReads.tag(FaultyStore.TAG),
                Optional.empty());
        try (FaultyStore server = FaultyStore.of(content, faults);
                S3Store store = S3Store.open(server.access())) {
            MediaVerdict verdict;
            try (S3Source source = isListed ? store.source(listed) : store.source(FaultyStore.OBJECT)) {
                verdict = Preflight.standard().check(source, subject(sample));
            } catch (IOException e) {
                verdict = Preflight.standard().unreadable(SourceName.none(), e, 0);
            }
            boolean isFair = verdict.outcome() == right
                    || verdict.outcome() == Outcome.UNKNOWN
                    || (CERTAIN.contains(fault) && verdict.outcome() == Outcome.FAIL);
            assertThat(isFair)
                    .as("%s of sample %d: %s", fault, sample, verdict.findings())
                    .isTrue();
            assertThat(verdict.findings()).extracting(Finding::message).noneMatch(text -> text.contains("secret"));
        }
    }
}
