package io.mediapreflight.cli.compare;

import java.io.IOException;

/** Receives what is compared, a file at a time. */
interface ComparisonReport {
    void begin() throws IOException;

    void add(ComparedFile file) throws IOException;

    void end(Tally tally) throws IOException;
}
