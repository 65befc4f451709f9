package io.mediapreflight;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a file or a request: its facts, every rule that did not pass, and the outcome, which is the worst of theirs.
 * {@link Preflight} makes it, every report prints it, and the exit code follows from it.
 */
public sealed interface Verdict permits MediaVerdict, RequestVerdict {
    /** What was judged. */
    SourceName source();

    /** Its own rules that did not pass, worst first, then in the order of docs/limits.md, "The rules"; a request's media have theirs. */
    List<Finding> findings();

    /** What is recommended of it beyond the limits; it changes no outcome. */
    List<Advice> advice();

    /** The limits it was judged by. */
    Limits limits();

    /** The acceptances of its own findings, where a baseline has some. They change no outcome. */
    Map<Finding, Acceptance> acceptances();

    /** The same, with what a baseline accepts of its own findings. */
    Verdict accepted(Map<Finding, Acceptance> accepted);

    /** The media of a request, images before videos; none of a file. */
    default List<MediaVerdict> media() {
        return List.of();
    }

    /** What the headers of a file say; empty where its bytes could not be read, and for a request. */
    default Optional<Probed> probed() {
        return Optional.empty();
    }

    /** How many bytes a file has; empty where they could not be read, and for a request. */
    default Optional<ByteCount> bytes() {
        return Optional.empty();
    }

    /** What a decoder made of a file; empty where none was asked. */
    default Optional<DecoderResult> decoderResult() {
        return Optional.empty();
    }

    /** Whether it was not judged, since neither content nor name says image or video; then nothing was found. */
    default boolean skipped() {
        return false;
    }

    /** Bytes really read to reach the verdict. */
    long bytesRead();

    /** How long that took. */
    long elapsedNanos();

    /** The worst of the findings' severities and of the media's outcomes; {@link Outcome#PASS} where there is none. */
    default Outcome outcome() {
        Outcome worst = Outcome.PASS;
        for (Finding finding : findings()) {
            worst = worst.worse(finding.severity());
        }
        for (MediaVerdict each : media()) {
            worst = worst.worse(each.outcome());
        }
        return worst;
    }

    /** Whether every rule passed under every reading. Only this is fit to be sent without a second thought. */
    default boolean passed() {
        return outcome() == Outcome.PASS;
    }

    /** The machine-readable name of what became of it: that of the outcome, or {@code skipped}. */
    default String outcomeId() {
        return skipped() ? "skipped" : outcome().id();
    }

    /** What was judged, for machines: {@code request}, or a file's kind by content; empty where that could not be read. */
    default Optional<String> kindId() {
        return kind().map(Kind::id);
    }

    /** The worst severity among what has no acceptance in force; {@link Outcome#PASS} where nothing is left. An exit code follows from it. */
    default Outcome countedOutcome() {
        Outcome worst = Outcome.PASS;
        for (Finding finding : findings()) {
            Acceptance acceptance = acceptances().get(finding);
            if (acceptance == null || !acceptance.inForce()) {
                worst = worst.worse(finding.severity());
            }
        }
        for (MediaVerdict each : media()) {
            worst = worst.worse(each.countedOutcome());
        }
        return worst;
    }

    /** Whether it needs attention: something of it did not pass and has no acceptance in force. */
    default boolean needsAttention() {
        return countedOutcome() != Outcome.PASS;
    }

    /** Whether it did not pass and every finding has an acceptance in force. The service refuses it no less for that. */
    default boolean isAccepted() {
        return !passed() && !needsAttention();
    }

    /** Whether there is advice about it or one of its media. */
    default boolean hasAdvice() {
        boolean any = !advice().isEmpty();
        for (MediaVerdict each : media()) {
            any |= each.hasAdvice();
        }
        return any;
    }

    /** The format, by content. */
    default Optional<Format> format() {
        return probed().flatMap(Probed::format);
    }

    /** The kind, by content; empty where the content could not be read. */
    default Optional<Kind> kind() {
        return probed().map(Probed::kind);
    }

    /** Whether it is an image or a video by its content; false for a request, and where the content could not be read. */
    default boolean isMedia() {
        return kind().map(Kind::isMedia).orElse(false);
    }

    /** What the headers of an image or a video say, where they could be read. */
    default Optional<MediaFacts> facts() {
        return probed().flatMap(Probed::facts);
    }
}
