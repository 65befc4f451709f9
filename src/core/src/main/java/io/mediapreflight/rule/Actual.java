package io.mediapreflight.rule;

import java.util.List;

/**
 * What was found, for people and for programs.
 *
 * @param words one value where all readings agree, each with its name where they do not
 * @param measured every reading
 */
record Actual(String words, List<Measured> measured) {}
