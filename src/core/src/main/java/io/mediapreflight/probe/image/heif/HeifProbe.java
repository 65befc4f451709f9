package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads HEIC and AVIF: the primary item of {@code meta}, and {@code moov} where there is a sequence. */
public final class HeifProbe {
    static final String CLAUSE = "ISO/IEC 23008-12 6.2";

    private static final int META = Box.code("meta");
    private static final int MOOV = Box.code("moov");

    /** Boxes at the top of the file. Stills have three or four. */
    private static final int MAX_BOXES = 1024;

    /** No file is as long: at the top a box that is too long is a matter of the end of the file, not of a parent. */
    private static final long UNBOUNDED = Long.MAX_VALUE >> 1;

    private final Window window;
    private Optional<Box> meta = Optional.empty();
    private Optional<Box> moov = Optional.empty();
    private long end;
    private int lastType;

    private HeifProbe(Window window) {
        this.window = window;
    }

    /**
     * What the boxes say.
     *
     * @param format which of the two the brands say it is
     */
    public static Probed probe(Window window, Format format) throws IOException {
        try {
            return new HeifProbe(window).probe(format);
        } catch (MalformedException e) {
            return Probed.malformed(format, e.malformed());
        } catch (ArithmeticException e) {
            return Probed.malformed(
                    format,
                    Malformed.broken(MalformedCode.NUMBER_TOO_LARGE, 0, Phrase.of("defects:heif.offsets"), CLAUSE));
        }
    }

    private Probed probe(Format format) throws IOException, MalformedException {
        findBoxes();
        Optional<HeifSequence> sequence = moov.isPresent() ? HeifSequence.read(window, moov.get()) : Optional.empty();
        List<Malformed> defects = new ArrayList<>(0);
        if (meta.isPresent()) {
            HeifMeta boxes = HeifMeta.read(window, meta.get());
            if (boxes.hasPrimaryItem()) {
                HeifImage image = HeifImage.read(window, boxes, defects);
                long dataEnd = Math.max(
                        image.dataEnd(), sequence.map(HeifSequence::dataEnd).orElse(0L));
                return Probed.readable(format, withSequence(image.facts(), sequence), completeness(dataEnd), defects);
            }
        }
        if (sequence.isPresent()) {
            ImageFacts facts = withSequence(sequence.get().facts(), sequence);
            return Probed.readable(format, facts, completeness(sequence.get().dataEnd()), defects);
        }
        throw new MalformedException(
                Malformed.broken(MalformedCode.MISSING_BOX, 0, Phrase.of("defects:heif.no-meta"), CLAUSE));
    }

    private static ImageFacts withSequence(ImageFacts.Builder facts, Optional<HeifSequence> sequence) {
        return facts.animated(sequence.isPresent() && sequence.get().frames() > 1)
                .duration(sequence.flatMap(HeifSequence::seconds))
                .build();
    }

    private void findBoxes() throws IOException, MalformedException {
        Boxes top = new Boxes(window, 0, UNBOUNDED);
        for (int i = 0; i < MAX_BOXES && window.exists(Math.addExact(end, 7)) && isBoxAt(end) && top.next(); i++) {
            Box box = top.box();
            lastType = box.type();
            end = box.end() == UNBOUNDED ? window.size().atMost() : box.end();
            if (box.type() == META && meta.isEmpty()) {
                meta = Optional.of(box);
            } else if (box.type() == MOOV && moov.isEmpty()) {
                moov = Optional.of(box);
            }
        }
    }

    private boolean isBoxAt(long offset) throws IOException, MalformedException {
        return window.has(offset, 8) && Box.isName(window.i32(offset + 4));
    }

    /** Every box and every part of an item lies within the file. */
    private Completeness completeness(long dataEnd) throws IOException {
        long needed = Math.max(end == Long.MAX_VALUE ? 0 : end, dataEnd);
        if (window.exists(needed - 1)) {
            return new Completeness.Whole(Math.max(0, window.size().atLeast() - needed));
        }
        Phrase what = end < needed
                ? Phrase.of("defects:heif.data-past-end")
                : Phrase.of("defects:mp4.box-past-end").with("box", Box.name(lastType));
        return new Completeness.CutOff(
                needed - window.size().atMost(),
                Malformed.broken(
                        MalformedCode.BOX_RUNS_PAST_END, window.size().atMost(), what, "ISO/IEC 14496-12 4.2"));
    }
}
