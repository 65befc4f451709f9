package io.mediapreflight.cli.fix;

import io.mediapreflight.source.SourceName;

/**
 * A file that is being fixed.
 *
 * @param percent of the copy that is written
 */
record Running(SourceName source, long percent) {}
