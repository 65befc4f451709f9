package io.mediapreflight.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. Whatever it says is judged before anything is connected to. */
@FunctionalInterface
public interface NameResolver {
    /** That of the system. */
    NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * All addresses of a name, at least one.
     *
     * @param host a name in ASCII, or an address
     * @throws UnknownHostException where it has none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
