package io.mediapreflight.fuzz;

import io.mediapreflight.Inspection;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.codec.ProbedCodec;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Span;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of any bytes that are checked, whatever they are. */
final class AnyMedia {
    /** As much as the largest compressed {@code moov} that is inflated, with room; an honest file takes some KiB. */
    private static final long MAX_HEAP = 16L << 20;

    /** Hops of 16 bytes are the shortest reads that a probe makes. */
    private static final long MAX_READS = Window.BUDGET / 16;

    /** Accepts whatever has a header probe, so that what is wrong with a file is only what is wrong with the file. */
    private static final Preflight ACCEPTING = Preflight.with(Limits.klingV3MotionControl().toBuilder()
            .imageFormats(probed(Kind.IMAGE))
            .videoFormats(probed(Kind.VIDEO))
            .imageSide(new Span(1, 1L << 40))
            .videoSide(new Span(1, 1L << 40))
            .imageAspectRatio(Fraction.of(1L << 40))
            .videoMinSeconds(Fraction.of(0))
            .videoMaxSeconds(Orientation.IMAGE, Fraction.of(1L << 40))
            .videoMaxSeconds(Orientation.VIDEO, Fraction.of(1L << 40))
            .build());

    private static final Preflight STANDARD = Preflight.standard();
    private static final Subject ANYTHING = Subject.anything();
    private static final int INVARIANTS = 8;

    private final byte[] bytes;
    private final FormatModel model;
    private final Draw draw;
    private final Inspection.Seen seen;
    private final MediaVerdict verdict;

    private AnyMedia(byte[] bytes) {
        this.bytes = bytes;
        this.draw = Draw.of(bytes, INVARIANTS);
        CountedSource source = CountedSource.of(bytes);
        this.seen = inspect(source);
        requireBudget(source);
        this.model = FormatModel.of(seen.probed().format());
        this.verdict = ACCEPTING.judge(seen, ANYTHING);
    }

    /** Checks these bytes, and all that must hold of their verdict. */
    static void check(byte[] bytes) throws Exception {
        new AnyMedia(bytes).requireAll();
    }

    /** The same for these bytes with others at a place, such as those by which a format is recognised. */
    static void check(byte[] bytes, int at, byte[] forced) throws Exception {
        byte[] changed = bytes.clone();
        if (at <= bytes.length) {
            System.arraycopy(forced, 0, changed, at, Math.min(forced.length, bytes.length - at));
        }
        check(changed);
    }

    private static Set<Format> probed(Kind kind) {
        return Arrays.stream(Format.values())
                .filter(format -> format.kind() == kind && format.hasProbe())
                .collect(Collectors.toSet());
    }

    private static Inspection.Seen inspect(CountedSource source) {
        Inspection inspection = ACCEPTING.inspect(source);
        if (inspection instanceof Inspection.Seen seen) {
            return seen;
        }
        throw new AssertionError("not read", ((Inspection.Unreadable) inspection).cause());
    }

    private void requireBudget(CountedSource source) {
        require(seen.bytesRead() == source.bytesRead(), "bytes read are miscounted");
        require(source.bytesRead() <= Window.BUDGET, "more is read than the budget");
        require(source.reads() <= MAX_READS, "too many reads");
    }

    private void requireAll() throws Exception {
        if (verdict.passed()) {
            Optional<String> objection = model.objection(bytes);
            require(objection.isEmpty(), "passed, but " + objection.orElse(""));
        }
        if (draw.isTried(0)) {
            Heap.requireAtMost(MAX_HEAP, () -> requireSame(inspect(CountedSource.of(bytes)), "another time"));
        }
        if (draw.isTried(1)) {
            requireSame(inspect(CountedSource.shortReads(bytes, 1 + draw.below(7))), "in short reads");
        }
        if (draw.isTried(2)) {
            requireUnknownSizeToPassNoMore();
        }
        if (draw.isTried(3)) {
            requireRoundTrip();
        }
        if (draw.isTried(7)) {
            new RenderedTexts(verdict, ANYTHING).requireSafe();
            new RenderedTexts(STANDARD.judge(seen, Subject.video()), Subject.video()).requireSafe();
        }
        if (draw.isTried(5)) {
            requireTighterLimitsToPassNoMore();
        }
        if (draw.isTried(6) && verdict.passed()) {
            requireNoBeginningToPass();
        }
        if (draw.isTried(4) && verdict.passed()) {
            requirePaddingToChangeNothing();
        }
    }

    private void requireSame(Inspection.Seen other, String how) {
        require(seen.probed().equals(other.probed()), "other headers " + how + ": " + other.probed());
        require(seen.bytes().equals(other.bytes()), "another size " + how);
        require(verdict.findings().equals(ACCEPTING.judge(other, ANYTHING).findings()), "another verdict " + how);
    }

    private void requireUnknownSizeToPassNoMore() {
        Inspection.Seen other = inspect(CountedSource.ofUnknownSize(bytes));
        boolean passes = ACCEPTING.judge(other, ANYTHING).passed();
        require(verdict.passed() || !passes, "passes only where its size is not known");
        Optional<MediaFacts> facts = other.probed().facts();
        require(facts.isEmpty() || !passes || facts.equals(seen.probed().facts()), "other facts without a size");
    }

    /** As the cache and the way to a worker keep it. */
    private void requireRoundTrip() {
        Optional<byte[]> packed = ProbedCodec.encode(seen.probed());
        if (packed.isPresent()) {
            Optional<Probed> read = ProbedCodec.decode(packed.get());
            require(read.equals(Optional.of(seen.probed())), "the cache reads back " + read);
        }
    }

    private void requireTighterLimitsToPassNoMore() {
        Outcome tight = STANDARD.judge(seen, ANYTHING).outcome();
        require(tight.worse(verdict.outcome()) == tight, "tighter limits come to " + tight);
    }

    /** Behind the end that its format gives it, anything may be cut off. */
    private void requireNoBeginningToPass() {
        if (verdict.probed().flatMap(Probed::completeness).orElseThrow() instanceof Completeness.Whole whole) {
            int end = (int) (bytes.length - whole.trailingBytes());
            require(end > 0 && end <= bytes.length, "ends at " + end + " of " + bytes.length);
            byte[] cut = Arrays.copyOf(bytes, draw.below(end));
            MediaVerdict other = ACCEPTING.judge(inspect(CountedSource.of(cut)), ANYTHING);
            if (other.passed()) {
                require(!model.endsOnce(), "its first " + cut.length + " bytes pass, too");
                Optional<String> objection = model.objection(cut);
                require(objection.isEmpty(), "its first " + cut.length + " bytes pass, but " + objection.orElse(""));
            }
        }
    }

    private void requirePaddingToChangeNothing() {
        Optional<byte[]> padded = model.padded(bytes, draw);
        if (padded.isPresent()) {
            MediaVerdict other = ACCEPTING.judge(inspect(CountedSource.of(padded.get())), ANYTHING);
            require(verdict.facts().equals(other.facts()), "padding changes the facts to " + other.facts());
            require(other.passed(), "padding makes of it " + other.findings());
        }
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise + "; without that: " + verdict + " " + seen.probed());
        }
    }
}
