/** What a transport of one's own needs: how an exchange went, and how to wait before the next one. */
@NullMarked
package io.mediapreflight.submit.transport;

import org.jspecify.annotations.NullMarked;
