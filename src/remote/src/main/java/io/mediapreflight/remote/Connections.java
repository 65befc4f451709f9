package io.mediapreflight.remote;

import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP client: it follows no redirect, keeps no cookies, sends no credentials, retries nothing and decodes nothing, since
 * all of that is decided where it can be judged; and no setting of the environment or the JVM sends it through a proxy.
 */
final class Connections {
    /** Servers behind several layers send some thirty. */
    private static final int MAX_HEADERS = 100;

    /** A redirect to a presigned URL with a session token has 2,500 characters. */
    private static final int MAX_HEADER_LENGTH = 16 << 10;

    private static final int MAX_EMPTY_LINES = 10;

    /** As many as the command line has in flight, which may all be of one host. */
    private static final int MAX_CONNECTIONS = 64;

    private Connections() {}

    static CloseableHttpClient client(RemoteSettings settings, DnsResolver resolver) {
        RequestConfig requests = RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setResponseTimeout(timeout(settings.firstByte()))
                .setConnectionRequestTimeout(timeout(settings.check()))
                .build();
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(manager(settings, resolver))
                .setDefaultRequestConfig(requests)
                .setUserAgent("media-preflight/"
                        + Optional.ofNullable(Connections.class.getPackage().getImplementationVersion())
                                .orElse("dev"))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching();
        settings.proxy().ifPresent(builder::setProxy);
        return builder.build();
    }

    private static PoolingHttpClientConnectionManager manager(RemoteSettings settings, DnsResolver resolver) {
        Http1Config bounds = Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_HEADER_LENGTH)
                .setMaxEmptyLineCount(MAX_EMPTY_LINES)
                .build();
        return new Directly()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(bounds)
                        .build())
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(tls(settings.tls().orElseGet(SSLContexts::createDefault)))
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connect()))
                        .setSocketTimeout(timeout(settings.firstByte()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(settings.connect()))
                        .build())
                .build();
    }

    /** The JDK compares the certificate's names with the host; the client's own way would first read a long list of suffixes. */
    private static TlsSocketStrategy tls(SSLContext context) {
        return new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE);
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    /** Sockets that {@code -DsocksProxyHost} does not reach. */
    private static final class Directly extends PoolingHttpClientConnectionManagerBuilder {
        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    socksProxy -> new Socket(Proxy.NO_PROXY),
                    ports,
                    names,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }
    }
}
