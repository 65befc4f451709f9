package io.mediapreflight.spark;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An object store on loopback, which counts what it is asked for, takes its time, and refuses what it is to refuse. */
final class ObjectStore {
    static final String BUCKET = "media";

    private final BlobStore objects;
    private final S3Proxy server;
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private volatile long latencyMillis;
    private volatile Consumer<String> beforeRead = key -> {};

    ObjectStore() throws Exception {
        objects = BlobStores.create("transient-nio2", new Properties());
        objects.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
        server = S3Proxy.builder()
                .blobStore(new Counted(objects))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "test", "secret")
                .jettyMaxThreads(300)
                .build();
        server.start();
    }

    private int port() {
        return server.getPort();
    }

    /** What Hadoop has to know of it. */
    Map<String, String> settings() {
        return Map.of(
                "spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:" + port(),
                "spark.hadoop.fs.s3a.endpoint.region", "us-east-1",
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.hadoop.fs.s3a.access.key", "test",
                "spark.hadoop.fs.s3a.secret.key", "secret",
                "spark.hadoop.fs.s3a.connection.maximum", "256",
                "spark.hadoop.fs.s3a.attempts.maximum", "2",
                "spark.hadoop.fs.s3a.retry.limit", "1");
    }

    /** The path of an object as a frame has it. */
    static String path(String key) {
        return "s3a://" + BUCKET + "/" + key;
    }

    void put(String key, byte[] content) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(BUCKET)
                .key(key)
                .contentLength((long) content.length)
                .build();
        objects.putBlob(request, new ByteArrayInputStream(content));
    }

    void put(String key, Path file) throws Exception {
        put(key, Files.readAllBytes(file));
    }

    void delete(String key) {
        objects.removeBlob(DeleteObjectRequest.builder().bucket(BUCKET).key(key).build());
    }

    /** It cannot be read from now on. */
    void deny(String key) {
        denied.add(key);
    }

    void takeMillis(long each) {
        latencyMillis = each;
    }

    /** Something happens before each read, which is given the key. */
    void beforeEachRead(Consumer<String> event) {
        beforeRead = event;
    }

    void forgetCounts() {
        reads.set(0);
        bytes.set(0);
        others.set(0);
    }

    /** Requests for content. */
    long reads() {
        return reads.get();
    }

    /** Requests for anything else. */
    long others() {
        return others.get();
    }

    /** Bytes of content in responses. */
    long bytes() {
        return bytes.get();
    }

    void stop() throws Exception {
        server.stop();
        objects.close();
    }

    private final class Counted extends ForwardingBlobStore {
        Counted(BlobStore objects) {
            super(objects);
        }

        @Override
        public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
            beforeRead.accept(request.key());
            waitAwhile();
            reads.incrementAndGet();
            refuse(request.key());
            ResponseInputStream<GetObjectResponse> response = super.getBlob(request);
            bytes.addAndGet(response.response().contentLength());
            return response;
        }

        @Override
        public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
            waitAwhile();
            others.incrementAndGet();
            return super.blobMetadata(request);
        }

        @Override
        public ListObjectsV2Response list(ListObjectsV2Request request) {
            waitAwhile();
            others.incrementAndGet();
            return super.list(request);
        }

        private void refuse(String key) {
            if (denied.contains(key)) {
                throw S3Exception.builder()
                        .statusCode(403)
                        .message("AccessDenied")
                        .build();
            }
        }

        private void waitAwhile() {
            if (latencyMillis > 0) {
                try {
                    TimeUnit.MILLISECONDS.sleep(latencyMillis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
