package io.mediapreflight.report;

import io.mediapreflight.Verdict;

/**
 * One source and what became of it.
 *
 * @param source what it is called
 * @param verdict what was found
 */
public record Result(SourceName source, Verdict verdict) {}
