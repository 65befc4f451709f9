package io.mediapreflight.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Bounds what Amazon's library makes a tree of: every response but the bytes of an object, which their readers bound. */
final class BoundedResponses implements ExecutionInterceptor {
    /** A page of 1,000 keys of 1,024 bytes, each escaped by six characters, and 400 bytes more for each, is 6.5 MB. */
    static final long MAX_BYTES = 8 << 20;

    /** Of tags: such a page has 30 for each object. An element takes some hundred bytes of memory, and as few as four here. */
    static final int MAX_TAGS = 100_000;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        boolean isObject = context.request() instanceof GetObjectRequest
                && context.httpResponse().isSuccessful();
        return isObject ? context.responseBody() : context.responseBody().map(Bounded::new);
    }

    private static final class Bounded extends FilterInputStream {
        private long bytes;
        private int tags;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            for (int i = offset; i < offset + read; i++) {
                if (into[i] == '<') {
                    tags++;
                }
            }
            bytes += Math.max(read, 0);
            if (bytes > MAX_BYTES || tags > MAX_TAGS) {
                throw new TooLongException();
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            return count <= 0 || read() < 0 ? 0 : 1;
        }

        @Override
        public boolean markSupported() {
            return false; // else bytes would be counted twice, or not at all
        }
    }

    /** A response is longer than any that S3 has. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
