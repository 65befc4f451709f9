package io.mediapreflight.spark;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The file systems that a task reads from. They are its own: those that Hadoop keeps for all of a process may have been made with other settings, before the
 * check had a say.
 */
final class FileSystems implements AutoCloseable {
    private final Configuration configuration;
    private final Map<String, FileSystem> opened = new HashMap<>();

    FileSystems(Configuration configuration) {
        this.configuration = configuration;
    }

    /** That of a path: one for each store and bucket. */
    synchronized FileSystem of(Path path) throws IOException {
        URI uri = path.toUri().getScheme() == null ? FileSystem.getDefaultUri(configuration) : path.toUri();
        String key = uri.getScheme() + "://" + uri.getAuthority();
        FileSystem files = opened.get(key);
        if (files == null) {
            files = FileSystem.newInstance(uri, configuration);
            opened.put(key, files);
        }
        return files;
    }

    @Override
    public synchronized void close() {
        opened.values().forEach(FileSystems::closeQuietly);
        opened.clear();
    }

    private static void closeQuietly(FileSystem files) {
        try {
            files.close();
        } catch (IOException e) {
            return; // what was read from it is known
        }
    }
}
