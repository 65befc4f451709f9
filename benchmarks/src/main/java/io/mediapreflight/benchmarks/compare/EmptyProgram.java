package io.mediapreflight.benchmarks.compare;

/** Does nothing: what every Java program costs before it begins. */
final class EmptyProgram {
    private EmptyProgram() {}

    public static void main(String[] args) {}
}
