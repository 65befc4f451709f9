/** The parts of one exchange, none of which knows the key: endpoint, deadline, body, response, and when to try again. */
@NullMarked
package io.mediapreflight.submit.http;

import org.jspecify.annotations.NullMarked;
