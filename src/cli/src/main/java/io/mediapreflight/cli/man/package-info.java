/** Manual pages, made from the commands' own descriptions. */
@NullMarked
package io.mediapreflight.cli.man;

import org.jspecify.annotations.NullMarked;
