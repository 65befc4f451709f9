package io.mediapreflight.spark;

import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/** What a task does. */
final class CheckPartition implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final CheckOptions options;
    private final Broadcast<HadoopSettings> hadoop;

    CheckPartition(CheckOptions options, Broadcast<HadoopSettings> hadoop) {
        this.options = options;
        this.hadoop = hadoop;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> files) {
        FileSystems fileSystems = new FileSystems(hadoop.value().configuration());
        ObjectCheck check = new ObjectCheck(options, fileSystems);
        ChecksInFlight checks = new ChecksInFlight(files, check, options.readsInFlight(), fileSystems);
        @Nullable TaskContext task = TaskContext.get();
        if (task != null) {
            TaskCompletionListener end = context -> checks.close();
            task.addTaskCompletionListener(end);
        }
        return checks;
    }
}
