package io.mediapreflight.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lists what is below a directory, empty files included, as Spark's own sources do not; names that begin with a dot are left out, as in any audit. An object store is asked once for
 * a thousand objects.
 */
final class ListInputs implements FlatMapFunction<String, Row> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<HadoopSettings> hadoop;

    ListInputs(Broadcast<HadoopSettings> hadoop) {
        this.hadoop = hadoop;
    }

    @Override
    public Iterator<Row> call(String input) throws IOException {
        Configuration configuration = hadoop.value().configuration();
        Path path = new Path(input);
        FileSystem files = path.getFileSystem(configuration);
        FileStatus status = files.getFileStatus(path);
        int depth = status.getPath().depth();
        RemoteIterator<LocatedFileStatus> below = files.listFiles(status.getPath(), true);
        return new Visible(below, depth);
    }

    /** The files that a listing has, but the hidden ones. */
    private static final class Visible implements Iterator<Row> {
        private final RemoteIterator<LocatedFileStatus> files;
        private final int depth;
        private @Nullable Row next;

        /**
         * @param depth of the input, whose own name does not count
         */
        Visible(RemoteIterator<LocatedFileStatus> files, int depth) {
            this.files = files;
            this.depth = depth;
        }

        @Override
        public boolean hasNext() {
            try {
                while (next == null && files.hasNext()) {
                    FileStatus file = files.next();
                    if (!isHidden(file.getPath())) {
                        next = RowFactory.create(file.getPath().toString(), file.getLen());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return next != null;
        }

        private boolean isHidden(Path file) {
            @Nullable Path each = file;
            while (each != null && each.depth() > depth) {
                if (each.getName().startsWith(".")) {
                    return true;
                }
                each = each.getParent();
            }
            return false;
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Row row = next;
            next = null;
            return row;
        }
    }
}
