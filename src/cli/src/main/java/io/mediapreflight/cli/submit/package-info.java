/** {@code preflight submit}, {@code task} and {@code journal}: what speaks to the service, or of it. */
@NullMarked
package io.mediapreflight.cli.submit;

import org.jspecify.annotations.NullMarked;
