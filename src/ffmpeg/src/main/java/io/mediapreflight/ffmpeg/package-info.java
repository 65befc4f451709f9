/** Opens and decodes media with FFmpeg, in the process that asks. The only package that knows JavaCPP. */
@NullMarked
package io.mediapreflight.ffmpeg;

import org.jspecify.annotations.NullMarked;
