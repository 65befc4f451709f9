/** Where bytes come from: positional reads, bounded and counted. The only package of core that does I/O. */
@NullMarked
package io.mediapreflight.source;

import org.jspecify.annotations.NullMarked;
