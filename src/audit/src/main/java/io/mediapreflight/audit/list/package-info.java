/** Reads lists of file names, byte by byte as the file system has them. */
@NullMarked
package io.mediapreflight.audit.list;

import org.jspecify.annotations.NullMarked;
