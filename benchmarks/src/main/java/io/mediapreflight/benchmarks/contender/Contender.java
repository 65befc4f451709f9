package io.mediapreflight.benchmarks.contender;

import java.nio.file.Path;
import java.util.Set;

/**
 * One way to get facts of a file from its path. Contenders keep their buffers and readers from one file to the next, as a
 * program would, so each thread has its own.
 */
public interface Contender {
    /** As it stands in tables; unique among all. */
    String name();

    /** The formats that it is given. */
    Set<Media> reads();

    /**
     * What is measured: from the path to the facts, with everything closed again.
     *
     * @return whatever the contender makes of the file, so that nothing of it can be left out by the compiler
     * @throws Exception where the contender rejects the file
     */
    Object run(Path file) throws Exception;

    /** What the result of {@link #run} says of the file. This is not measured. */
    Reported reported(Object result);
}
