/** {@code preflight audit}: its options, where it finds files, its baseline, and how it shows progress. */
@NullMarked
package io.mediapreflight.cli.audit;

import org.jspecify.annotations.NullMarked;
