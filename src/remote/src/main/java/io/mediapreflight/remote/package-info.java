/** Media behind http(s) URLs: read by ranges, from public hosts alone. Begin with {@link io.mediapreflight.remote.HttpMedia}. */
@NullMarked
package io.mediapreflight.remote;

import org.jspecify.annotations.NullMarked;
