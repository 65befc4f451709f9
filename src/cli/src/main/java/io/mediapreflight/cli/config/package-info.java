/** {@code preflight.toml}: where it is looked for, whose it must be, what may stand in it, and how that becomes options. */
@NullMarked
package io.mediapreflight.cli.config;

import org.jspecify.annotations.NullMarked;
