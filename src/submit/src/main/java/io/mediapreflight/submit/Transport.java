package io.mediapreflight.submit;

import io.mediapreflight.submit.transport.Reply;

/**
 * One exchange with the service. {@link JdkTransport} is the real one; whatever is to happen around it, such as
 * retrying, decorates it.
 */
@FunctionalInterface
public interface Transport {
    /**
     * Carries out one call and says how it went; what goes wrong on the wire is a reply too. An interrupt ends it, and
     * the thread's interrupt flag stays set.
     */
    Reply exchange(Call call);
}
