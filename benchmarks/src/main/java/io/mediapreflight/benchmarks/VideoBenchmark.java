package io.mediapreflight.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Videos, beside metadata-extractor. */
public class VideoBenchmark extends CheckBenchmark {
    @Param({
        "clip-4s-faststart.mp4",
        "clip-4s-moov-at-end.mp4",
        "clip.mov",
        "fragmented.mp4",
        Samples.LARGE_VIDEO,
        Samples.LONG_TABLES,
        Samples.LARGE_MOOV
    })
    private String file = "";

    @Override
    String file() {
        return file;
    }

    @Benchmark
    public Object metadataExtractor() throws Exception {
        return Rivals.videoByMetadataExtractor(path());
    }
}
