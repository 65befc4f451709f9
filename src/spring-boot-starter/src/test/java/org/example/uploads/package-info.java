/** A service that uses the starter, as it would be written elsewhere. */
@NullMarked
package org.example.uploads;

import org.jspecify.annotations.NullMarked;
