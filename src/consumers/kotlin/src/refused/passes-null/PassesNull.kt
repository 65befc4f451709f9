package org.example

import io.mediapreflight.rule.Subject

/** Must not compile: a subject's name is a name. */
fun unnamed(): Subject = Subject.image().named(null)
