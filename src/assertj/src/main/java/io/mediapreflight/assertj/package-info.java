/** Assertions on verdicts, for tests with AssertJ; a failure shows the whole verdict. */
@NullMarked
package io.mediapreflight.assertj;

import org.jspecify.annotations.NullMarked;
