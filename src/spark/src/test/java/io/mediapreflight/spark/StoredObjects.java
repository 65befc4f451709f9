package io.mediapreflight.spark;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.store.ObjectStore;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Objects of a store: samples, of which the videos are long, half of them with the index at the end. */
final class StoredObjects {
    private static final StructType FRAME =
            new StructType().add("path", "string").add("length", "long");
    private static final int PADDING = 150_000;

    private static final class Sample {
        private final String name;
        private final byte[] content;

        Sample(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }
    }

    private final List<Sample> samples = new ArrayList<>();
    private final String prefix;

    StoredObjects(String prefix) throws IOException {
        this.prefix = prefix;
        try (Stream<Path> files = Files.list(Path.of("..", "..", "testdata"))) {
            for (Path file : files.filter(StoredObjects::isVisible).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                byte[] content = Files.readAllBytes(file);
                boolean isVideo = name.endsWith(".mp4") || name.endsWith(".mov");
                samples.add(
                        new Sample(name, isVideo && content.length > 100 ? padded(content, samples.size()) : content));
            }
        }
    }

    private static boolean isVisible(Path file) {
        return Files.isRegularFile(file) && !String.valueOf(file.getFileName()).startsWith(".");
    }

    /** With a free box behind the file type, or at the end. */
    private static byte[] padded(byte[] video, int number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int first = number % 2 == 0 ? ByteBuffer.wrap(video).getInt() : video.length;
        int at = first > 0 && first < video.length ? first : video.length;
        out.write(video, 0, at);
        out.writeBytes(ByteBuffer.allocate(PADDING)
                .putInt(PADDING)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array());
        out.write(video, at, video.length - at);
        return out.toByteArray();
    }

    private Sample sample(int number) {
        return samples.get(number % samples.size());
    }

    String key(int number) {
        return prefix + "/" + number + "/" + sample(number).name;
    }

    byte[] content(int number) {
        return sample(number).content;
    }

    void put(ObjectStore store, int count) {
        for (int i = 0; i < count; i++) {
            store.put(key(i), content(i));
        }
    }

    /** What a check of the bytes in memory comes to. */
    String outcome(int number) {
        Sample sample = sample(number);
        Subject subject = Subject.anything().named(sample.name);
        MediaVerdict verdict = Preflight.standard().check(BytesSource.of(sample.content), subject);
        boolean isSkipped = !verdict.isMedia()
                && subject.meantFor().filter(kind -> kind.isMedia()).isEmpty();
        return isSkipped ? "skipped" : verdict.outcomeId();
    }

    /** The frame that a table of an inventory would be. */
    Dataset<Row> frame(SparkSession spark, int count, int partitions) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(RowFactory.create(HadoopAccess.path(key(i)), (long) content(i).length));
        }
        return spark.createDataFrame(rows, FRAME).repartition(partitions);
    }
}
