package org.example

import io.mediapreflight.spec.Bound
import io.mediapreflight.spec.BoundText
import io.mediapreflight.spec.RuleId

/** Must not compile: there may be no such value. */
fun length(bound: Bound): Int = BoundText.value(RuleId.VIDEO_DURATION_MAX, bound, "image").length
