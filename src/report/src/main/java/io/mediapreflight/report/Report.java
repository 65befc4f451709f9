package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Limits;
import java.io.IOException;

/**
 * A form in which results are reported. Streams: {@link #begin} once, {@link #add} for each result, {@link #end}
 * once; when a call returns, all of its output has been written to the stream, and no result is kept. Where totals come first, the output
 * is kept back until the end, in bounded memory and a temporary file. Not safe for
 * use by several threads at once. The stream is neither flushed nor closed.
 */
public interface Report {
    /**
     * Opens the report.
     *
     * @param limits what the sources are judged by
     */
    void begin(Limits limits) throws IOException;

    /** Writes one verdict; a request's with those of its media. */
    void add(Verdict verdict) throws IOException;

    /**
     * Writes the verdict on a file, and what became of fixing it; the verdict alone in a form that has no place for more.
     *
     * @param verdict on the original
     */
    default void add(MediaVerdict verdict, Fixing fixing) throws IOException {
        add(verdict);
    }

    /**
     * Closes the report; also after an interruption, with the counts so far.
     *
     * @param summary the results that were added, counted, and whether these were all
     */
    void end(Summary summary) throws IOException;
}
