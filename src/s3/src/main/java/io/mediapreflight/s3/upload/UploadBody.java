package io.mediapreflight.s3.upload;

import io.mediapreflight.submit.upload.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;

/** The bytes of one upload for as many attempts as are made, all of which are closed at the end. */
final class UploadBody implements ContentStreamProvider, AutoCloseable {
    private final Upload upload;
    private final List<InputStream> opened = new ArrayList<>();
    private Optional<IOException> failure = Optional.empty();

    UploadBody(Upload upload) {
        this.upload = upload;
    }

    @Override
    public synchronized InputStream newStream() {
        try {
            InputStream stream = upload.open();
            opened.add(stream);
            return stream;
        } catch (IOException e) {
            failure = Optional.of(e);
            throw new UncheckedIOException(e);
        }
    }

    /** Why the bytes could not be read; empty where they could. */
    synchronized Optional<IOException> failure() {
        return failure;
    }

    @Override
    public synchronized void close() throws IOException {
        for (InputStream stream : opened) {
            stream.close();
        }
    }
}
