package io.mediapreflight.remote;

import io.mediapreflight.request.url.NetworkRange;
import io.mediapreflight.request.url.PublicAddress;
import io.mediapreflight.request.url.UrlDefect;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for connections, and judges every address before it is connected to: what the client gets from here is what it
 * connects to, so that no second look-up can come to another result. One address that is not public refuses the host.
 */
final class AddressGuard implements DnsResolver {
    /** Each may cost a whole connect timeout. */
    private static final int MAX_TRIED = 3;

    private final NameResolver resolver;
    private final List<NetworkRange> allowed;
    private final Optional<String> proxyHost;
    private final Duration timeout;

    /** @param proxyHost the only host that is connected to where there is a proxy, by its user's own word */
    AddressGuard(NameResolver resolver, List<NetworkRange> allowed, Optional<String> proxyHost, Duration timeout) {
        this.resolver = resolver;
        this.allowed = List.copyOf(allowed);
        this.proxyHost = proxyHost;
        this.timeout = timeout;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = ask(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        if (!proxyHost.equals(Optional.of(host))) {
            for (InetAddress address : addresses) {
                judge(host, address);
            }
        }
        return addresses.stream().limit(MAX_TRIED).toArray(InetAddress[]::new);
    }

    private void judge(String host, InetAddress address) throws RefusedAddressException {
        byte[] bytes = address.getAddress();
        if (allowed.stream().anyMatch(range -> range.contains(bytes))) {
            return;
        }
        Optional<UrlDefect> defect = PublicAddress.defect(bytes);
        if (defect.isPresent()) {
            throw new RefusedAddressException(Phrase.of("remote:address-refused")
                    .with("host", Excerpt.of(host))
                    .with("defect", defect.get().what()));
        }
    }

    /** In a thread of its own: a look-up can neither be interrupted nor given a deadline. */
    private List<InetAddress> ask(String host) throws UnknownHostException {
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> List.copyOf(resolver.resolve(host)));
        Thread thread = new Thread(task, "preflight resolve");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : new UnknownHostException(host);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /** Nothing is asked of a name server for it. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
