package io.mediapreflight.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Hadoop's configuration, with which executors open what the driver could. It is bytes, which every serializer of Spark takes: Kryo passes over the methods
 * by which Java's would be served.
 */
final class HadoopSettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String STREAM = "fs.s3a.input.stream.type";

    private final byte[] written;

    /** A copy of what the driver has. */
    HadoopSettings(Configuration original) {
        Configuration configuration = new Configuration(original);
        if (isDefault(configuration.getPropertySources(STREAM))) {
            // The default since Hadoop 3.5 asks for the length of each object with a request of its own, also where it
            // is given.
            configuration.set(STREAM, "classic");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            configuration.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.written = bytes.toByteArray();
    }

    private static boolean isDefault(String @Nullable [] sources) {
        return sources == null || (sources.length == 1 && sources[0].equals("core-default.xml"));
    }

    /** All values are in what was written, those of the defaults, too. */
    Configuration configuration() {
        Configuration configuration = new Configuration(false);
        try {
            configuration.readFields(new DataInputStream(new ByteArrayInputStream(written)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return configuration;
    }
}
