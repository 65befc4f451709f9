package io.mediapreflight.remote;

import io.mediapreflight.Served;
import io.mediapreflight.UnreachableException;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;

/** Downloads a file from its first byte to its last, for what opens files by their names. */
final class Download {
    private final Fetch fetch;
    private final Retries retries;
    private final RemoteSettings settings;
    private final Version version;

    /** @param version that is to be downloaded */
    Download(Fetch fetch, Retries retries, RemoteSettings settings, Version version) {
        this.fetch = fetch;
        this.retries = retries;
        this.settings = settings;
        this.version = version;
    }

    /** Empty where it is too large. */
    Optional<TemporaryEntry> toFile(Served served) throws IOException {
        if (served.size().isPresent() && served.size().getAsLong() > settings.maxBytes()) {
            return Optional.empty();
        }
        Deadline deadline = Deadline.in(settings.download());
        return retries.run(deadline, () -> once(served, deadline));
    }

    private Optional<TemporaryEntry> once(Served served, Deadline deadline) throws IOException {
        try (Answer answer = fetch.get(served.url(), Map.of(), deadline)) {
            Response response = answer.response();
            if (response.status() != 200) {
                throw Statuses.fault(response, settings.clock());
            }
            OptionalLong size = response.length();
            boolean isOther = size.isPresent()
                    && served.size().isPresent()
                    && size.getAsLong() != served.size().getAsLong();
            if (isOther || version.contradicts(Version.of(response))) {
                throw new SourceChangedException(Phrase.of("remote:replaced").toString());
            }
            if (response.encoding().isPresent()) {
                throw Faults.unknown("remote:encoded-download");
            }
            return kept(response, served.size());
        }
    }

    private Optional<TemporaryEntry> kept(Response response, OptionalLong size) throws IOException {
        TemporaryEntry entry = TemporaryEntry.ofThisUser("preflight-url-");
        try {
            long copied = copy(response, entry.path());
            if (copied > settings.maxBytes()) {
                entry.close();
                return Optional.empty();
            }
            if (!response.isDelimited() || (size.isPresent() && size.getAsLong() != copied)) {
                throw ending(response);
            }
            response.end();
            return Optional.of(entry);
        } catch (IOException | RuntimeException | Error e) {
            entry.close();
            throw e;
        }
    }

    private static UnreachableException ending(Response response) {
        return Faults.unknown(response.isDelimited() ? "remote:short" : "remote:end-unknown");
    }

    private long copy(Response response, Path file) throws IOException {
        try (InputStream body = BoundedInputStream.builder()
                        .setInputStream(new Body(response))
                        .setMaxCount(settings.maxBytes() + 1)
                        .get();
                OutputStream out = Files.newOutputStream(file)) {
            return IOUtils.copyLarge(body, out);
        }
    }

    /** The body as a stream, whose end closes nothing. */
    private static final class Body extends InputStream {
        private final Response response;

        Body(Response response) {
            this.response = response;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return response.read(into, from, length);
        }
    }
}
