/** What turns a file that does not pass into a copy that does: one plan for all its findings, and the command that carries it out. */
@NullMarked
package io.mediapreflight.fix;

import org.jspecify.annotations.NullMarked;
