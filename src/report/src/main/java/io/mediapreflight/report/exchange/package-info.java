/** Reports in forms that others have defined: CSV, JUnit's XML, SARIF, GitHub's workflow commands and Markdown. */
@NullMarked
package io.mediapreflight.report.exchange;

import org.jspecify.annotations.NullMarked;
