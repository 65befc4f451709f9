package io.mediapreflight.s3;

import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Clients of Amazon's library, all set up alike: bounded in time and retries, with addresses that other stores understand. Close each at
 * its end.
 */
public final class S3Clients {
    /** Where nothing names a region: of other stores no one asks for it, and Amazon's says which one it had to be. */
    private static final Region DEFAULT_REGION = Region.US_EAST_1;

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Between two bytes. */
    private static final Duration READ = Duration.ofSeconds(15);

    /** All attempts of one call; what a call transfers is bounded elsewhere. */
    private static final Duration CALL = Duration.ofSeconds(60);

    private S3Clients() {}

    /**
     * A client whose calls take a minute at most, for reads and listings.
     *
     * @throws RefusedValueException where the endpoint of environment or profile has another form than {@link S3Access#at} takes
     */
    public static S3Client client(S3Access access) {
        return client(access, CALL);
    }

    /**
     * A client whose calls may take longer.
     *
     * @param call the time for all attempts of a call until its response begins
     */
    public static S3Client client(S3Access access, Duration call) {
        S3Client client = builder(access, call)
                .forcePathStyle(access.endpoint().isPresent())
                .build();
        Optional<URI> effective = client.serviceClientConfiguration().endpointOverride();
        if (effective.filter(uri -> !S3Access.isEndpoint(uri)).isPresent()) {
            client.close();
            // It is named in caches and reports, and may hold a password.
            throw new RefusedValueException(Phrase.of("s3:endpoint-configured"));
        }
        if (access.endpoint().isPresent() || effective.isEmpty()) {
            return client;
        }
        // Environment or profile name an endpoint, which is known only now; its hosts have no names for single buckets.
        client.close();
        return builder(access, call).forcePathStyle(true).build();
    }

    private static S3ClientBuilder builder(S3Access access, Duration call) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region())
                .credentialsProvider(credentials(access))
                // Other stores do not know Amazon's later checksums, and a range has none.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ)
                        .build())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallTimeout(call)
                        .addExecutionInterceptor(new BoundedResponses())
                        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, "media-preflight")
                        .build());
        access.endpoint().ifPresent(builder::endpointOverride);
        return builder;
    }

    /** What presigns URLs of the objects that {@link #client} sees; it talks to no store. */
    public static S3Presigner presigner(S3Access access) {
        Optional<URI> endpoint = access.endpoint();
        if (endpoint.isEmpty()) {
            try (S3Client client = client(access)) {
                endpoint = client.serviceClientConfiguration().endpointOverride();
            }
        }
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(region())
                .credentialsProvider(credentials(access))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint.isPresent())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** By system properties, environment and profile, as everywhere, but without asking the machine's metadata address. */
    public static Region region() {
        AwsRegionProvider chain =
                new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider());
        try {
            Region region = chain.getRegion();
            return region == null ? DEFAULT_REGION : region;
        } catch (SdkClientException e) {
            return DEFAULT_REGION;
        }
    }

    private static AwsCredentialsProvider credentials(S3Access access) {
        return access.unsigned()
                ? AnonymousCredentialsProvider.create()
                : new Credentials(DefaultCredentialsProvider.builder().build());
    }

    /** The usual ones; where there are none, that says so. */
    private record Credentials(DefaultCredentialsProvider usual) implements AwsCredentialsProvider, SdkAutoCloseable {
        @Override
        public AwsCredentials resolveCredentials() {
            try {
                return usual.resolveCredentials();
            } catch (AbortedException e) {
                throw e;
            } catch (SdkException e) {
                throw new NoCredentialsException();
            }
        }

        @Override
        public void close() {
            usual.close();
        }
    }
}
