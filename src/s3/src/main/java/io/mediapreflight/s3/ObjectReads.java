package io.mediapreflight.s3;

import io.mediapreflight.source.ContentRange;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/** The requests for one object: parts of it and all of it. What is of another state is an error, and never mixed with the rest. */
final class ObjectReads {
    private static final int BUFFER = 1 << 16;

    private final S3Client client;
    private final S3Access access;
    private final S3Faults faults;
    private final S3Location location;

    ObjectReads(S3Client client, S3Access access, S3Faults faults, S3Location location) {
        this.client = client;
        this.access = access;
        this.faults = faults;
        this.location = location;
    }

    /** Some bytes of an object, and in which state it was. */
    static final class Part {
        private final byte[] bytes;
        private final State state;

        Part(byte[] bytes, OptionalLong size, Optional<String> entityTag) {
            this.bytes = bytes;
            this.state = new State(size, entityTag);
        }

        byte[] bytes() {
            return bytes;
        }

        State state() {
            return state;
        }
    }

    /**
     * What a part is a part of.
     *
     * @param size of all of it; empty where the store does not say
     * @param entityTag without quotes; empty where the store does not say
     */
    record State(OptionalLong size, Optional<String> entityTag) {
        static final State ANY = new State(OptionalLong.empty(), Optional.empty());

        void require(OptionalLong seenSize, Optional<String> seenTag) throws IOException {
            boolean isOtherSize = size.isPresent() && seenSize.isPresent() && size.getAsLong() != seenSize.getAsLong();
            if (isOtherSize || (entityTag.isPresent() && seenTag.isPresent() && !entityTag.equals(seenTag))) {
                throw new SourceChangedException(Phrase.of("s3:replaced").toString());
            }
            if (entityTag.isPresent() && seenTag.isEmpty()) {
                throw S3Faults.unknown("s3:tag-lost");
            }
        }
    }

    /**
     * Reads from one place to another, both included.
     *
     * @param state that the object is to be in
     */
    Part read(long first, long last, State state, Duration time) throws IOException {
        GetObjectRequest request =
                get(state, time).range("bytes=" + first + "-" + last).build();
        return ask(() ->
                client.getObject(request, transformer((response, body) -> part(response, body, first, last, state))));
    }

    /**
     * All of it, of an object with a tag: nothing else would show that it is the one that was judged. Returns how many bytes were written;
     * more than the maximum are cut off behind one byte more.
     */
    long copy(State state, long max, Duration time, Destination destination) throws IOException {
        if (state.entityTag().isEmpty()) {
            throw S3Faults.unknown("s3:no-tag");
        }
        GetObjectRequest request = get(state, time).build();
        return ask(() -> client.getObject(request, transformer((response, body) -> {
            state.require(length(response), tag(response.eTag()));
            try (OutputStream out = destination.open()) {
                long copied = copy(body, out, max, length(response), state.size());
                if (copied > max) {
                    body.abort(); // else the rest would be read to keep the connection
                }
                return copied;
            }
        })));
    }

    /** Opens what is written to, once more for each attempt. */
    interface Destination {
        OutputStream open() throws IOException;
    }

    /** What the object is now, without its bytes. */
    State look(Duration time) throws IOException {
        HeadObjectRequest.Builder request = HeadObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .overrideConfiguration(options -> options.apiCallTimeout(time));
        if (access.requesterPays()) {
            request.requestPayer(RequestPayer.REQUESTER);
        }
        HeadObjectResponse response = ask(() -> client.headObject(request.build()));
        Long length = response.contentLength();
        return new State(length == null ? OptionalLong.empty() : OptionalLong.of(length), tag(response.eTag()));
    }

    private GetObjectRequest.Builder get(State state, Duration time) {
        GetObjectRequest.Builder request = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .overrideConfiguration(options -> options.apiCallTimeout(time));
        state.entityTag().ifPresent(tag -> request.ifMatch("\"" + tag + "\""));
        if (access.requesterPays()) {
            request.requestPayer(RequestPayer.REQUESTER);
        }
        return request;
    }

    private interface Request<T> {
        T run();
    }

    private <T> T ask(Request<T> request) throws IOException {
        try {
            return request.run();
        } catch (RuntimeException e) { // the library's own, and what others throw inside it
            throw faults.of(e, location);
        }
    }

    /** Without the quotes, which some stores leave out in listings. */
    static Optional<String> tag(String value) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return Optional.of(isQuoted ? value.substring(1, value.length() - 1) : value);
    }

    private static OptionalLong length(GetObjectResponse response) {
        Long length = response.contentLength();
        return length == null ? OptionalLong.empty() : OptionalLong.of(length);
    }

    private static Part part(GetObjectResponse response, InputStream body, long first, long last, State state)
            throws IOException {
        Optional<ContentRange> range =
                Optional.ofNullable(response.contentRange()).flatMap(ContentRange::read);
        OptionalLong length = length(response);
        Optional<String> tag = tag(response.eTag());
        boolean isAll = range.isEmpty() && first == 0 && length.isPresent() && length.getAsLong() <= last + 1;
        if (isAll && tag.isPresent()) {
            // A small object, of a store that gives no ranges. Without a tag it is something else, such as a page of a
            // proxy.
            state.require(length, tag);
            return new Part(exactly(body, (int) length.getAsLong()), length, tag);
        }
        if (range.isEmpty() || range.get().first() != first || range.get().last() > last) {
            throw S3Faults.unknown("s3:other-range");
        }
        OptionalLong size = range.get().size();
        state.require(size, tag);
        if (length.isPresent() && length.getAsLong() != range.get().length()) {
            throw S3Faults.unknown("s3:other-range");
        }
        return new Part(exactly(body, range.get().length()), size, tag);
    }

    private static byte[] exactly(InputStream body, int length) throws IOException {
        byte[] bytes = body.readNBytes(length);
        if (bytes.length < length) {
            throw new ShortException();
        }
        if (body.read() >= 0) {
            throw S3Faults.unknown("s3:other-range");
        }
        return bytes;
    }

    /**
     * @param length that the response announces
     * @param size of the object, as it was seen before: a response that announces no length ends where the connection does
     */
    private static long copy(InputStream body, OutputStream out, long max, OptionalLong length, OptionalLong size)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        int read = body.read(buffer, 0, (int) Math.min(BUFFER, max + 1));
        while (read > 0) {
            out.write(buffer, 0, read);
            copied += read;
            read = body.read(buffer, 0, (int) Math.min(BUFFER, max + 1 - copied));
        }
        boolean isShort = copied < length.orElse(0) || copied < size.orElse(0);
        if (copied <= max && isShort) {
            throw new ShortException();
        }
        if (copied <= max && copied != size.orElse(copied)) {
            throw S3Faults.unknown("s3:other-range");
        }
        return copied;
    }

    /** What to do with a response. */
    private interface Reader<T> {
        T read(GetObjectResponse response, AbortableInputStream body) throws IOException;
    }

    /** Short bodies and broken connections are tried again, within the bounds of the client; other faults are not. */
    private static <T> ResponseTransformer<GetObjectResponse, T> transformer(Reader<T> reader) {
        return (response, body) -> {
            try {
                return reader.read(response, body);
            } catch (IOException e) {
                body.abort();
                if (e instanceof ShortException || !S3Faults.isOurs(e)) {
                    throw RetryableException.create("the response broke off", e);
                }
                throw e;
            }
        };
    }

    /** A body ended early. */
    static final class ShortException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
