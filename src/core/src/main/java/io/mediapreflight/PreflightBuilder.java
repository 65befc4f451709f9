package io.mediapreflight;

import io.mediapreflight.rule.Rule;
import io.mediapreflight.spec.Limits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Builds a {@link Preflight}. What is not set is as in {@link Preflight#standard}. */
public final class PreflightBuilder {
    private Limits limits = Limits.klingV3MotionControl();
    private Clock clock = Clock.systemUTC();
    private Examining examining = Examining.NONE;
    private Optional<MediaFetcher> fetcher = Optional.empty();
    private Optional<PreflightListener> listener = Optional.empty();
    private final List<Rule> rules = new ArrayList<>();

    PreflightBuilder() {}

    PreflightBuilder(
            Limits limits,
            Clock clock,
            Examining examining,
            Optional<MediaFetcher> fetcher,
            Optional<PreflightListener> listener,
            List<Rule> rules) {
        this.limits = limits;
        this.clock = clock;
        this.examining = examining;
        this.fetcher = fetcher;
        this.listener = listener;
        this.rules.addAll(rules);
    }

    /** The limits to judge by. */
    public PreflightBuilder limits(Limits value) {
        limits = Objects.requireNonNull(value, "limits");
        return this;
    }

    /** The clock by which presigned URLs and clearances expire. */
    public PreflightBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /** One more rule beside the published ones. Its id must be another one than those of the rules before it. */
    public PreflightBuilder rule(Rule value) {
        rules.add(Objects.requireNonNull(value, "rule"));
        return this;
    }

    /**
     * A decoder that examines every file whose headers are readable. Bytes that are no file are {@link
     * io.mediapreflight.rule.Outcome#UNKNOWN} where it cannot examine them. The caller closes it.
     */
    public PreflightBuilder examiner(Examiner value) {
        examining = examining.decodingWith(Objects.requireNonNull(value, "examiner"));
        return this;
    }

    /** A reader of the metadata of all media whose headers are readable. What it finds is advice. */
    public PreflightBuilder metadata(MetadataReader value) {
        examining = examining.readingWith(Objects.requireNonNull(value, "metadata"));
        return this;
    }

    /** What fetches media from URLs, such as {@code HttpMedia} of {@code preflight-remote}. Nothing does unless set. The caller closes it. */
    public PreflightBuilder fetcher(MediaFetcher value) {
        fetcher = Optional.of(value);
        return this;
    }

    /** Nothing fetches media from URLs: what stands behind a URL without a local copy is unknown. */
    public PreflightBuilder withoutFetcher() {
        fetcher = Optional.empty();
        return this;
    }

    /** Who hears of every check. */
    public PreflightBuilder listener(PreflightListener value) {
        listener = Optional.of(value);
        return this;
    }

    /**
     * Builds it.
     *
     * @throws IllegalArgumentException where two rules have one id
     */
    public Preflight build() {
        return new Preflight(limits, clock, examining, fetcher, listener, List.copyOf(rules));
    }
}
