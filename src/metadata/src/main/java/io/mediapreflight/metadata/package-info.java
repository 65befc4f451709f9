/** What the metadata of media reveal about people, places and devices. */
@NullMarked
package io.mediapreflight.metadata;

import org.jspecify.annotations.NullMarked;
