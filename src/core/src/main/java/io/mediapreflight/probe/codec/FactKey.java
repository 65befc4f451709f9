package io.mediapreflight.probe.codec;

/**
 * What a fact is called in public.
 *
 * @param name the key in JSON, such as {@code videoCodec}
 * @param column the type of a database's column for it
 * @param title what it is, in a phrase
 */
public record FactKey(String name, ReportedType.Column column, String title) {}
