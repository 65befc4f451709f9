/** Whether a service can fetch from a URL, as far as its text shows: without any network, and without resolving names. */
@NullMarked
package io.mediapreflight.request.url;

import org.jspecify.annotations.NullMarked;
