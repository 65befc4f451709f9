package io.mediapreflight.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Images, beside ImageIO and metadata-extractor. */
public class ImageBenchmark extends CheckBenchmark {
    @Param({"photo-exif-orientation-6.jpg", "progressive.jpg", "drawing.png"})
    private String file = "";

    @Override
    String file() {
        return file;
    }

    @Benchmark
    public Object imageIo() throws Exception {
        return Rivals.imageIo(path());
    }

    @Benchmark
    public Object metadataExtractor() throws Exception {
        return Rivals.imageByMetadataExtractor(path());
    }
}
