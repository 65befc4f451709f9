package io.mediapreflight.submit;

import io.mediapreflight.submit.http.IncomingResponse;
import io.mediapreflight.submit.http.OnceBody;
import io.mediapreflight.submit.http.OneShotClient;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * One exchange over java.net.http: HTTP/1.1 on a connection of its own, nothing sent twice, no redirect followed, no
 * compressed response asked for, and everything bounded in size and in time.
 */
public final class JdkTransport implements Transport {
    /** Makes the client send a POST again by itself. */
    private static final String RESENDS = "jdk.httpclient.enableAllMethodRetry";

    /** With these set, the JDK prints headers, the key's among them. */
    private static final List<String> TALKATIVE =
            List.of("jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.debug", "javax.net.debug");

    private static final ThreadGroup THREADS = new ThreadGroup("preflight-http-work");
    private static final Executor EXECUTOR = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(THREADS, work, "preflight-http-work");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * How long a body waits behind the headers. A peer that hangs up at once (a balancer without a backend, a server that
     * restarts) does so in this time on a near network, and then provably no request was sent. One that takes longer leaves it
     * open, as it must.
     */
    private static final Duration HOLD_BACK = Duration.ofMillis(50);

    private final Optional<SSLContext> tls;
    private final Duration holdBack;

    private JdkTransport(Optional<SSLContext> tls, Duration holdBack) {
        String resends = System.getProperty(RESENDS);
        if (resends != null && (resends.isEmpty() || Boolean.parseBoolean(resends))) {
            throw new UnsafeJavaException(Phrase.of("submit:jdk-resends").with("property", RESENDS));
        }
        for (String property : TALKATIVE) {
            if (!System.getProperty(property, "false").matches("false|none")) {
                throw new UnsafeJavaException(Phrase.of("submit:jdk-prints").with("property", property));
            }
        }
        this.tls = tls;
        this.holdBack = holdBack;
    }

    /**
     * With the certificate authorities that Java trusts.
     *
     * @throws UnsafeJavaException where Java is set to send requests twice, or to print what it sends
     */
    public static JdkTransport standard() {
        return new JdkTransport(Optional.empty(), HOLD_BACK);
    }

    /** With the certificate authorities of this context, for a service that has its own. */
    public static JdkTransport trusting(SSLContext tls) {
        return new JdkTransport(Optional.of(tls), HOLD_BACK);
    }

    /** The same with another time limit behind the headers, for a test that must not depend on who is faster. */
    static JdkTransport holdingBack(Duration holdBack) {
        return new JdkTransport(Optional.empty(), holdBack);
    }

    @Override
    public Reply exchange(Call call) {
        if (Thread.currentThread().isInterrupted()) {
            return Reply.none(
                    Reply.Ending.NOT_SENT,
                    Phrase.of("submit:interrupted-before").toString());
        }
        try (OneShotClient client = OneShotClient.open(settings(call))) {
            return new Exchange(call, holdBack).over(client.client());
        }
    }

    private HttpClient.Builder settings(Call call) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(atLeastAMillisecond(call.connectTimeout()))
                .executor(EXECUTOR);
        Optional.ofNullable(call.staysHere() ? HttpClient.Builder.NO_PROXY : ProxySelector.getDefault())
                .ifPresent(builder::proxy);
        tls.ifPresent(builder::sslContext);
        return builder;
    }

    private static Duration atLeastAMillisecond(Duration duration) {
        return duration.toMillis() < 1 ? Duration.ofMillis(1) : duration;
    }

    /** One exchange under way. */
    private static final class Exchange {
        private final Call call;
        private final Optional<OnceBody> body;
        private final int length;
        private final IncomingResponse incoming = new IncomingResponse();

        Exchange(Call call, Duration holdBack) {
            this.call = call;
            byte[] bytes = call.body().orElse("").getBytes(StandardCharsets.UTF_8);
            length = bytes.length;
            body = call.body().map(json -> new OnceBody(bytes, holdBack, EXECUTOR));
        }

        Reply over(HttpClient client) {
            CompletableFuture<HttpResponse<String>> response = client.sendAsync(request(), incoming);
            try {
                response.get(call.timeout().toNanos(), TimeUnit.NANOSECONDS);
                return incoming.reply(OptionalLong.of(length));
            } catch (TimeoutException e) {
                return ended(Reply.Ending.TIMED_OUT, within("submit:timeout", call.timeout()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ended(
                        Reply.Ending.INTERRUPTED,
                        Phrase.of("submit:interrupted").toString());
            } catch (ExecutionException e) {
                return failed(e.getCause() == null ? e : e.getCause());
            } finally {
                response.cancel(true);
            }
        }

        private HttpRequest request() {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                    .header("Authorization", call.authorization())
                    .header("Accept", "application/json")
                    .header("User-Agent", call.userAgent());
            body.ifPresent(
                    json -> request.header("Content-Type", "application/json").method("POST", json));
            return request.build();
        }

        private Reply failed(Throwable cause) {
            boolean noConnection = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
            return ended(noConnection ? Reply.Ending.NOT_CONNECTED : Reply.Ending.BROKEN, reason(cause));
        }

        /** Whatever happened: where nothing of the body has left by now, nothing ever will. */
        private Reply ended(Reply.Ending ending, String what) {
            boolean handedOver = body.map(OnceBody::withhold).orElse(true);
            if (handedOver) {
                Reply.Ending sent =
                        ending == Reply.Ending.NOT_CONNECTED && body.isPresent() ? Reply.Ending.BROKEN : ending;
                return incoming.reply(sent, what, OptionalLong.empty());
            }
            boolean noConnection = ending == Reply.Ending.NOT_CONNECTED;
            return incoming.reply(
                    noConnection ? ending : Reply.Ending.NOT_SENT,
                    noConnection
                            ? what
                            : Phrase.of("submit:before-sent")
                                    .with("reason", what)
                                    .toString(),
                    OptionalLong.of(0));
        }

        private String reason(Throwable cause) {
            for (Throwable t = cause; t != null; t = t.getCause()) {
                if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                    return Phrase.of("submit:name-not-resolved")
                            .with("host", String.valueOf(call.uri().getHost()))
                            .toString();
                }
                if (t instanceof SSLException) {
                    return because("submit:tls-failed", t);
                }
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return within("submit:no-connection-within", call.connectTimeout());
            }
            if (cause instanceof ConnectException) {
                return cause.getMessage() == null
                        ? Phrase.of("submit:connection-refused").toString()
                        : because("submit:no-connection", cause);
            }
            return cause.getMessage() == null
                    ? Phrase.of("submit:exchange-broke-off").toString()
                    : because("submit:exchange-broke", cause);
        }
    }

    private static String because(String key, Throwable cause) {
        return Phrase.of(key).with("reason", String.valueOf(cause.getMessage())).toString();
    }

    private static String within(String key, Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        return Phrase.of(key).with("seconds", seconds).toString();
    }
}
