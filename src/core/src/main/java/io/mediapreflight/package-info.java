/**
 * The entry: ask {@link io.mediapreflight.Preflight} for a {@link io.mediapreflight.Verdict}.
 *
 * <p>Values are immutable and compared by what they hold. None is {@link java.io.Serializable}: to keep or send a verdict, write it as JSON
 * with {@code JsonReport.toJson} of {@code preflight-report}, which is stable from version to version; to judge a file again without its
 * bytes, keep its facts with {@link io.mediapreflight.probe.codec.ProbedCodec}.
 */
@NullMarked
package io.mediapreflight;

import org.jspecify.annotations.NullMarked;
