/** Movie fragments and their indexes ({@code moof}, {@code sidx}, {@code mfra}). */
@NullMarked
package io.mediapreflight.probe.mp4.fragment;

import org.jspecify.annotations.NullMarked;
