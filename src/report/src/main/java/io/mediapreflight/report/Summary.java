package io.mediapreflight.report;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.spec.RuleId;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to, as a {@link Tally} counted it.
 *
 * @param outcomes the files and requests that were judged, by outcome; a request's media are not counted for themselves
 * @param accepted those of them that did not pass and that a baseline accepts, by outcome
 * @param attention all that were judged by what is left of them without acceptances in force; what has nothing else counts as a pass
 * @param skipped how many were not judged
 * @param requests how many of those judged are requests
 * @param byRule findings, those of media and accepted ones too, by their rule and severity; only rules that have some, in
 *     their order
 * @param byAdvice advice by its id; only what was given, in its order
 * @param bytes how large the judged files are together, as far as that is known
 * @param bytesRead how much of all the files was read
 * @param elapsed how long it took
 * @param complete whether everything that was to be judged was; false after an interruption
 */
public record Summary(
        Counts outcomes,
        Counts accepted,
        Counts attention,
        long skipped,
        long requests,
        Map<RuleDescription, Counts> byRule,
        Map<AdviceId, Long> byAdvice,
        long bytes,
        long bytesRead,
        Duration elapsed,
        boolean complete) {
    public Summary {
        TreeMap<RuleDescription, Counts> inOrder = new TreeMap<>(RuleDescription::inOrder);
        inOrder.putAll(byRule);
        byRule = Collections.unmodifiableMap(inOrder);
        EnumMap<AdviceId, Long> advice = new EnumMap<>(AdviceId.class);
        advice.putAll(byAdvice);
        byAdvice = Collections.unmodifiableMap(advice);
    }

    /** How many were judged. */
    public long checked() {
        return outcomes.total();
    }

    /** How many files could not be read, or not to the end: their number by {@link RuleId#FILE_ACCESS}. They are among the unknown. */
    long unread() {
        Counts access = byRule.get(RuleId.FILE_ACCESS);
        return access == null ? 0 : access.total();
    }

    /**
     * How many need attention: they did not pass and are not accepted.
     *
     * @param strict whether warnings count
     */
    public long needingAttention(boolean strict) {
        return (strict ? attention.warn() : 0) + attention.unknown() + attention.fail();
    }
}
