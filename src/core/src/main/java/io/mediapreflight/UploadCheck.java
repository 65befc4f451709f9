package io.mediapreflight;

import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.text.Phrase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Judges an upload while its bytes arrive, so that a proxy can refuse it after the first few of them where that is enough:
 *
 * <pre>{@code
 * try (UploadCheck upload = UploadCheck.builder(preflight, Subject.video()).build()) {
 *     while (body.read(buffer) >= 0) {
 *         Optional<MediaVerdict> refusal = upload.write(buffer.flip());
 *         if (refusal.isPresent()) return refuse(refusal.get().findings());
 *         buffer.clear();
 *     }
 *     return upload.finish();
 * }
 * }</pre>
 *
 * <p>It never passes before the last byte. What it refuses early cannot pass any more: more bytes would not take the findings away.
 * For one thread at a time.
 *
 * <p>Memory is bounded, and so is the temporary file, by the size limit: what exceeds that is refused. Of a video only what headers are
 * made of is kept, not the frames. Where a file turns out to need a byte that was not kept, the verdict is {@link Outcome#UNKNOWN}.
 */
public final class UploadCheck implements Closeable {
    /** What is looked at first: more than the headers of most images. */
    private static final int FIRST_LOOK = 4096;

    /** Each look follows so many headers from the start; a file for which they are not enough is looked at when it is whole. */
    private static final int MAX_LOOKS = 64;

    /** What is kept behind the place that was looked at: the first frame, which says how frames are stored. */
    private static final int KEPT_BEHIND = 64 << 10;

    /** Rules that more bytes do not make pass: completeness and the shortest duration are not among them. */
    private static final Set<RuleId> FINAL = EnumSet.of(
            RuleId.IMAGE_READABLE,
            RuleId.IMAGE_SIZE,
            RuleId.IMAGE_DIMENSIONS,
            RuleId.IMAGE_ASPECT_RATIO,
            RuleId.VIDEO_READABLE,
            RuleId.VIDEO_SIZE,
            RuleId.VIDEO_DIMENSIONS);

    /** Rules on what the file is. */
    private static final Set<RuleId> ON_FORMAT =
            EnumSet.of(RuleId.MEDIA_KIND, RuleId.IMAGE_FORMAT, RuleId.VIDEO_CONTAINER);

    /** Formats of boxes: whatever the first box says, a file is a video once a {@code moov} with one is met. */
    private static final Set<Format> OF_BOXES =
            EnumSet.of(Format.MP4, Format.MOV, Format.THREE_GP, Format.M4A, Format.HEIC, Format.AVIF);

    private final Preflight preflight;
    private final Subject subject;
    private final OptionalLong declaredBytes;
    private final UploadedBytes bytes;
    private long nextLook = FIRST_LOOK;
    private int looks;
    private Optional<MediaVerdict> verdict = Optional.empty();

    UploadCheck(Preflight preflight, Subject subject, OptionalLong declaredBytes, UploadedBytes bytes) {
        this.preflight = preflight;
        this.subject = subject;
        this.declaredBytes = declaredBytes;
        this.bytes = bytes;
    }

    /** A check of an upload for this purpose. */
    public static UploadCheckBuilder builder(Preflight preflight, Subject subject) {
        return new UploadCheckBuilder(preflight, subject);
    }

    /**
     * Takes the next bytes of the upload.
     *
     * @param next all that remains in it is taken
     * @return the verdict where the upload is refused already; the rest of it is not needed then. Empty while that is open
     * @throws IOException where what arrived cannot be kept in a temporary file
     * @throws IllegalStateException after {@link #finish} or {@link #close}
     */
    public Optional<MediaVerdict> write(ByteBuffer next) throws IOException {
        if (verdict.isPresent()) {
            if (bytes.size().isPresent()) {
                throw new IllegalStateException("the upload has ended");
            }
            next.position(next.limit());
            return verdict;
        }
        keep(next);
        if (bytes.received() >= nextLook || isTooLarge(bytes.received())) {
            look();
        }
        return verdict;
    }

    /**
     * Takes the next bytes of the upload from an array, as {@link #write(ByteBuffer)} does from a buffer.
     *
     * @param next is not kept, and can be filled again
     * @param offset where in it they begin
     * @param length how many there are; all of them are taken
     * @throws IndexOutOfBoundsException where the array does not have them
     */
    public Optional<MediaVerdict> write(byte[] next, int offset, int length) throws IOException {
        return write(ByteBuffer.wrap(next, offset, length));
    }

    /** Where that fails the upload cannot be judged any more, whatever follows. */
    private void keep(ByteBuffer next) throws IOException {
        try {
            bytes.append(next);
        } catch (IOException e) {
            bytes.close();
            verdict = Optional.of(unread(Phrase.of("access.not-kept").with("reason", String.valueOf(e.getMessage()))));
            throw e;
        }
    }

    private MediaVerdict unread(Phrase why) {
        return preflight.unreadable(SourceName.none(), why, Fix.of(RuleId.FILE_ACCESS), 0);
    }

    /** Whether so many bytes are more than media of any kind may have. */
    private boolean isTooLarge(long count) {
        SizeLimit image = preflight.limits().imageSize();
        SizeLimit video = preflight.limits().videoSize();
        return count > Math.max(image.generousBytes(), video.generousBytes());
    }

    private void look() throws IOException {
        looks++;
        bytes.startLook();
        Inspection inspection = preflight.inspect(bytes);
        if (inspection instanceof Inspection.Unreadable unreadable) {
            throw unreadable.cause(); // of the temporary file
        }
        Inspection.Seen seen = (Inspection.Seen) inspection;
        long atLeast = Math.max(bytes.received(), declaredBytes.orElse(0));
        Inspection soFar = new Inspection.Seen(
                withoutTheRest(seen.probed()),
                new ByteCount(atLeast, Long.MAX_VALUE),
                seen.bytesRead(),
                seen.elapsedNanos());
        MediaVerdict now = preflight.judge(soFar, subject);
        List<Finding> decided = now.findings().stream()
                .filter(finding -> isDecided(finding, now))
                .toList();
        if (decided.isEmpty() && !isTooLarge(atLeast)) {
            planNextLook(seen.probed().format());
        } else {
            conclude(now.with(decided.isEmpty() ? now.findings() : decided));
        }
    }

    /** That the rest has not arrived is no defect. */
    private static Probed withoutTheRest(Probed probed) {
        List<Malformed> defects = probed.defects().stream()
                .filter(defect -> defect.code() != MalformedCode.OUT_OF_REACH)
                .toList();
        return new Probed(probed.format(), probed.kind(), probed.facts(), probed.completeness(), defects);
    }

    private static boolean isDecided(Finding finding, MediaVerdict soFar) {
        if (finding.severity() != Outcome.FAIL || !(finding.rule() instanceof RuleId rule)) {
            return false; // a rule of the caller's own may depend on facts that change
        }
        if (ON_FORMAT.contains(rule)) {
            return soFar.facts().isPresent()
                    || !soFar.format().map(OF_BOXES::contains).orElse(false);
        }
        // Fragments that follow may contradict what the header of a fragmented video claims.
        return FINAL.contains(rule) || (rule == RuleId.VIDEO_DURATION_MAX && !isFragmented(soFar));
    }

    private static boolean isFragmented(MediaVerdict verdict) {
        return verdict.facts().orElse(null) instanceof VideoFacts video && video.fragmented();
    }

    /** Frames are not kept where the header that comes next is known to lie behind them. */
    private void planNextLook(Optional<Format> format) {
        long received = bytes.received();
        nextLook = looks < MAX_LOOKS ? 2 * received : Long.MAX_VALUE;
        boolean isMovie = format.equals(Optional.of(Format.MP4)) || format.equals(Optional.of(Format.MOV));
        long kept = received + KEPT_BEHIND;
        if (isMovie && bytes.wanted() != Long.MAX_VALUE && bytes.wanted() > kept) {
            bytes.skip(kept, bytes.wanted());
            nextLook = looks < MAX_LOOKS ? bytes.wanted() + FIRST_LOOK : Long.MAX_VALUE;
        }
    }

    private void conclude(MediaVerdict value) throws IOException {
        verdict = Optional.of(preflight.reported(value));
        bytes.close();
    }

    /**
     * Says that the last byte has arrived.
     *
     * @return the verdict on the whole upload, or the refusal that {@link #write} returned
     * @throws IOException where the temporary file cannot be closed
     */
    public MediaVerdict finish() throws IOException {
        bytes.end();
        if (verdict.isEmpty()) {
            MediaVerdict whole = preflight.judged(bytes, subject);
            long received = bytes.received();
            if (bytes.missedSkipped()) {
                Phrase why = Phrase.of("access.upload-not-kept");
                whole = whole.with(withUnknown(whole.findings(), why, Fix.of(Phrase.of("fix.check-as-file"))));
            } else if (declaredBytes.isPresent() && declaredBytes.getAsLong() != received) {
                Phrase why = Phrase.of("access.upload-size")
                        .with("received", received)
                        .with("declared", declaredBytes.getAsLong());
                whole = whole.with(withUnknown(whole.findings(), why, Fix.of(Phrase.of("fix.upload-again"))));
            }
            conclude(whole);
        }
        return verdict.orElseThrow();
    }

    private static List<Finding> withUnknown(List<Finding> findings, Phrase why, Fix fix) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(Finding.of(RuleId.FILE_ACCESS, Outcome.UNKNOWN).detailed(why).fixedBy(fix));
        all.sort(Finding.WORST_FIRST);
        return all;
    }

    /** How many bytes of the upload are kept, in memory or in the temporary file. */
    public long keptBytes() {
        return bytes.stored();
    }

    /** Ends the check and deletes what was kept. */
    @Override
    public void close() throws IOException {
        bytes.end();
        bytes.close();
        if (verdict.isEmpty()) {
            verdict = Optional.of(unread(Phrase.of("access.upload-ended")));
        }
    }
}
