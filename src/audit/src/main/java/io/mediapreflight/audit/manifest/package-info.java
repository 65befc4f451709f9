/** Reads tables of requests that are yet to be made: a row each, CSV or JSON Lines. No media file is opened here. */
@NullMarked
package io.mediapreflight.audit.manifest;

import org.jspecify.annotations.NullMarked;
