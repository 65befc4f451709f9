/** Verdicts as one page of HTML that needs nothing beside it. */
@NullMarked
package io.mediapreflight.report.html;

import org.jspecify.annotations.NullMarked;
