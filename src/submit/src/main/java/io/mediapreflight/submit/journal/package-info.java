/** What was submitted and what became of it, kept so that nothing is submitted twice. */
@NullMarked
package io.mediapreflight.submit.journal;

import org.jspecify.annotations.NullMarked;
