/** Whatever answers questions about a media file, and is measured: floors, our check, and what you would use instead. */
@NullMarked
package io.mediapreflight.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
