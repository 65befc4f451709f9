package org.example

import io.mediapreflight.Preflight
import io.mediapreflight.rule.Subject
import io.mediapreflight.spec.BoundText
import io.mediapreflight.spec.Bounds
import io.mediapreflight.spec.Orientation
import io.mediapreflight.spec.RuleId
import io.mediapreflight.spec.Slot
import java.nio.file.Path

/** Checks a video, and says what bounds it. Argument: the video. */
fun main(arguments: Array<String>) {
    val preflight = Preflight.builder().build()
    val verdict = preflight.check(Path.of(arguments[0]), Subject.video(Orientation.IMAGE).forSlot(Slot.VIDEO))
    println("${verdict.outcome()}: ${verdict.findings().first().message()}")

    val bound = Bounds.of(RuleId.VIDEO_DURATION_MAX, preflight.limits()).orElseThrow()
    val max: String? = BoundText.value(RuleId.VIDEO_DURATION_MAX, bound, "image")
    println("at most ${max ?: "as long as you like"} s")
}
