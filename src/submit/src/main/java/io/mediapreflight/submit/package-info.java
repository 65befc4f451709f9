/** Sends cleared requests, each once, and follows the tasks they become. */
@NullMarked
package io.mediapreflight.submit;

import org.jspecify.annotations.NullMarked;
