package io.mediapreflight.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;

/**
 * Hadoop's configuration, with which executors open what the driver could. It is bytes, which every serializer of Spark takes: Kryo passes over the methods
 * by which Java's would be served.
 */
final class HadoopSettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] written;

    HadoopSettings(Configuration configuration) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            configuration.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.written = bytes.toByteArray();
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
