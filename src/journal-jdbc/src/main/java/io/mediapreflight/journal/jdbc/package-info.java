/** The journal of submissions in a database, which the submitters of several machines share. */
@NullMarked
package io.mediapreflight.journal.jdbc;

import org.jspecify.annotations.NullMarked;
