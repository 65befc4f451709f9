package io.mediapreflight.probe.mp4.movie;

/**
 * {@code trex} (ISO/IEC 14496-12 8.8.3): what the samples of a track's fragments have where these do not say.
 *
 * @param description which entry of {@code stsd} describes them, from 1 on
 * @param ticks how long each lasts
 * @param size how many bytes each has
 */
public record SampleDefaults(long description, long ticks, long size) {
    public static final SampleDefaults NONE = new SampleDefaults(1, 0, 0);
}
