/** Assertions on verdicts, for tests with AssertJ. */
module io.mediapreflight.assertj {
    requires transitive io.mediapreflight.core;
    requires transitive org.assertj.core;

    exports io.mediapreflight.assertj;
}
