package io.mediapreflight.submit;

import io.mediapreflight.MediaFetcher;
import io.mediapreflight.submit.http.Backoff;
import io.mediapreflight.submit.http.Deadline;
import io.mediapreflight.submit.http.Endpoint;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.submit.transport.Sleeper;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.RefusedValueException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The service that requests are sent to, with its settings. Immutable, and safe for use by any number of threads.
 *
 * <pre>{@code
 * Service service = Service.builder()
 *         .apiKey(ApiKey.fromEnvironment(System.getenv()))
 *         .build();
 * Submission submission = service.submitter().submit(cleared);
 * }</pre>
 */
public final class Service {
    private final Builder values;
    private final ApiKey key;
    private final Transport transport;

    private Service(Builder values, ApiKey key, Transport transport) {
        this.values = values;
        this.key = key;
        this.transport = transport;
    }

    /** A builder for the public service; it needs a key. */
    public static Builder builder() {
        return new Builder();
    }

    /** A submitter, which sends requests to it. */
    public Submitter submitter() {
        return new Submitter(this);
    }

    /** Its tasks. */
    public Tasks tasks() {
        return new Tasks(this);
    }

    /** The base URL. */
    public URI baseUrl() {
        return values.endpoint.base();
    }

    Endpoint endpoint() {
        return values.endpoint;
    }

    ApiKey key() {
        return key;
    }

    Duration connectTimeout() {
        return values.connectTimeout;
    }

    Duration attemptTimeout() {
        return values.attemptTimeout;
    }

    Duration deadline() {
        return values.deadline;
    }

    String userAgent() {
        return values.userAgent;
    }

    Clock clock() {
        return values.clock;
    }

    Sleeper sleeper() {
        return values.sleeper;
    }

    Journal journal() {
        return values.journal;
    }

    Optional<MediaFetcher> fetcher() {
        return values.fetcher;
    }

    /** Never throws. */
    SubmissionListener listener() {
        return values.listener;
    }

    long nanoTime() {
        return values.nanoTime.getAsLong();
    }

    Duration since(long start) {
        return Duration.ofNanos(nanoTime() - start);
    }

    /** This long from now. */
    Deadline in(Duration limit) {
        return Deadline.after(limit, values.nanoTime);
    }

    Backoff backoff() {
        return new Backoff(values.jitter);
    }

    /** One exchange, tried once. */
    Transport once() {
        return transport;
    }

    /** One exchange, tried as often as is safe. */
    Transport retrying() {
        return retrying(transport, Optional::empty);
    }

    /** The same by a transport around that of one exchange, where something may come between two attempts and forbid the next. */
    Transport retrying(Transport once, Supplier<Optional<String>> obstacle) {
        return new RetryingTransport(once, clock(), sleeper(), values.jitter, obstacle);
    }

    @Override
    public String toString() {
        return "Service[" + values.endpoint + ", " + key + "]";
    }

    /** Collects the settings; only the key is required. */
    public static final class Builder {
        private Endpoint endpoint = Endpoint.of(Endpoint.DEFAULT);
        private @Nullable ApiKey key;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration attemptTimeout = Duration.ofSeconds(30);
        private Duration deadline = Duration.ofSeconds(60);
        private String userAgent = "media-preflight/"
                + Optional.ofNullable(Service.class.getPackage().getImplementationVersion())
                        .orElse("dev");
        private Clock clock = Clock.systemUTC();
        private LongSupplier nanoTime = System::nanoTime;
        private Sleeper sleeper = Sleeper.THREAD;
        private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
        private @Nullable Transport transport;
        private Journal journal = Journal.none();
        private SubmissionListener listener = SubmissionListener.NONE;
        private Optional<MediaFetcher> fetcher = Optional.empty();

        private Builder() {}

        /**
         * The base URL, below which {@code /v1/videos/…} lies.
         *
         * @throws RefusedValueException where it is not https (but to this machine), or holds user info, a query or a
         *     fragment
         */
        public Builder baseUrl(URI value) {
            endpoint = Endpoint.of(value);
            return this;
        }

        /** The key, which is sent with every call. */
        public Builder apiKey(ApiKey value) {
            key = value;
            return this;
        }

        /** The maximum time until there is a connection: 10 s by default. */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive(value);
            return this;
        }

        /**
         * The maximum duration of one exchange, from the name's look-up to the response's last byte: 30 s by default.
         */
        public Builder attemptTimeout(Duration value) {
            attemptTimeout = positive(value);
            return this;
        }

        /** The maximum duration of a call with all its attempts and the pauses between them: 60 s by default. */
        public Builder deadline(Duration value) {
            deadline = positive(value);
            return this;
        }

        /**
         * The user agent: {@code media-preflight} and its version by default.
         *
         * @throws IllegalArgumentException where it is not visible ASCII with single spaces
         */
        public Builder userAgent(String value) {
            if (!isVisibleWithSingleSpaces(value)) {
                throw new IllegalArgumentException("no user agent: '" + Excerpt.sentence(value) + "'");
            }
            userAgent = value;
            return this;
        }

        /** No regular expression, which would take a stack frame for each word. */
        private static boolean isVisibleWithSingleSpaces(String value) {
            char before = ' ';
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                    return false;
                }
                before = c;
            }
            return before != ' ';
        }

        /** The time of day: what the journal writes down, and what dates are compared with. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Nanoseconds from an arbitrary origin, which are never set back: all deadlines are counted in them. */
        public Builder nanoTime(LongSupplier value) {
            nanoTime = value;
            return this;
        }

        /** How to wait between attempts: by default the thread sleeps. */
        public Builder sleeper(Sleeper value) {
            sleeper = value;
            return this;
        }

        /** Numbers from 0 to 1 that keep many clients from trying again at one moment. */
        public Builder jitter(DoubleSupplier value) {
            jitter = value;
            return this;
        }

        /** The transport for each exchange: {@link JdkTransport#standard} by default. */
        public Builder transport(Transport value) {
            transport = value;
            return this;
        }

        /** The journal of the submissions: none by default. */
        public Builder journal(Journal value) {
            journal = value;
            return this;
        }

        /** Hears of every submission and of every request for a task's state; what it throws is ignored. */
        public Builder listener(SubmissionListener value) {
            listener = new GuardedListener(value);
            return this;
        }

        /**
         * What asks the URLs of a cleared request, just before it is sent, whether they still serve what was checked: one request
         * each. Without it they are not asked.
         */
        public Builder fetcher(MediaFetcher value) {
            fetcher = Optional.of(value);
            return this;
        }

        private static Duration positive(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("a time limit must be longer than nothing: " + value);
            }
            return value;
        }

        /**
         * The finished service; later calls on this builder do not change it.
         *
         * @throws UnsafeJavaException where Java is set to do what {@link JdkTransport} forbids
         * @throws IllegalStateException where no key was given
         */
        public Service build() {
            if (key == null) {
                throw new IllegalStateException("a service needs a key: call apiKey(…)");
            }
            Transport wire = transport == null ? JdkTransport.standard() : transport;
            Builder copy = new Builder();
            copy.take(this);
            return new Service(copy, key, wire);
        }

        private void take(Builder from) {
            endpoint = from.endpoint;
            connectTimeout = from.connectTimeout;
            attemptTimeout = from.attemptTimeout;
            deadline = from.deadline;
            userAgent = from.userAgent;
            clock = from.clock;
            nanoTime = from.nanoTime;
            sleeper = from.sleeper;
            jitter = from.jitter;
            journal = from.journal;
            listener = from.listener;
            fetcher = from.fetcher;
        }
    }
}
