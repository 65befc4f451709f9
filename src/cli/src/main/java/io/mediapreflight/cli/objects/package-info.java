/** Names on a command line that are no files: objects in a store, and URLs. */
@NullMarked
package io.mediapreflight.cli.objects;

import org.jspecify.annotations.NullMarked;
