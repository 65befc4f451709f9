/** Configurations of audio codecs: how many channels there are. */
@NullMarked
package io.mediapreflight.probe.audio;

import org.jspecify.annotations.NullMarked;
