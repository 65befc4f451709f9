package io.mediapreflight.probe.codec;

/**
 * What the facts of a record pass through, one by one: on the way out it reports or writes what it is given and gives it back,
 * on the way in it gives what it reads in place of it. So one description serves both ways, and costs no object for each fact.
 *
 * @param <E> what may go wrong on the way
 */
public interface FactPort<E extends Exception> {
    /** A component that is reported as it is. */
    <T> T fact(String key, FactType<T> type, String title, T value) throws E;

    /** A component that is not reported, or not as it is. */
    <T> T packed(PackedType<T> type, T value) throws E;

    /** A fact that follows from components. */
    <T> void reported(String key, ReportedType<T> type, String title, T value) throws E;
}
