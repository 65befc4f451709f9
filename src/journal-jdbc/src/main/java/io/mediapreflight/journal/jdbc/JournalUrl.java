package io.mediapreflight.journal.jdbc;

import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The URL of a PostgreSQL database as it may stand in a configuration: {@code postgresql://host:5432/database?sslmode=verify-full}. It names host, port,
 * database and the mode of TLS, and nothing else: other parameters of a driver load classes and write files.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port 1 to 65535
 * @param database its name
 * @param sslMode as PostgreSQL names them; empty for the driver's own default
 */
public record JournalUrl(String host, int port, String database, Optional<String> sslMode) {
    private static final String SCHEME = "postgresql";
    private static final int STANDARD_PORT = 5432;
    private static final int MAX_PORT = 65_535;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]");
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_.-]{1,63}");
    private static final String SECONDS_TO_CONNECT = "10";

    /** Longer than a statement may take: a server that is gone without a word does not hold a submission up for ever. */
    private static final String SECONDS_OF_SILENCE = "45";

    private static final String SSL_MODE = "sslmode=";
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    public JournalUrl {
        if (!HOST.matcher(host).matches() || !DATABASE.matcher(database).matches() || port < 1 || port > MAX_PORT) {
            throw refused("form");
        }
        if (sslMode.isPresent() && !SSL_MODES.contains(sslMode.get())) {
            throw new RefusedValueException(Phrase.of("jdbc:url.sslmode").with("modes", String.join(", ", SSL_MODES)));
        }
    }

    /**
     * Reads a URL.
     *
     * @throws RefusedValueException where it is no such URL, or has user, password or other parameters; the message does not repeat it
     */
    public static JournalUrl parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw refused("form");
        }
        if (!SCHEME.equals(uri.getScheme())) {
            throw refused("scheme");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused("user");
        }
        String path = uri.getRawPath();
        if (uri.getHost() == null || path == null || !path.startsWith("/") || uri.getRawFragment() != null) {
            throw refused("form");
        }
        int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
        return new JournalUrl(uri.getHost(), port, path.substring(1), sslMode(Optional.ofNullable(uri.getRawQuery())));
    }

    private static Optional<String> sslMode(Optional<String> query) {
        if (query.isEmpty()) {
            return Optional.empty();
        }
        if (!query.get().startsWith(SSL_MODE) || query.get().indexOf('&') >= 0) {
            throw refused("parameter");
        }
        return Optional.of(query.get().substring(SSL_MODE.length()));
    }

    private static RefusedValueException refused(String key) {
        return new RefusedValueException(Phrase.of("jdbc:url." + key));
    }

    /**
     * Connections to it, each a new one: for a pool, configure it with the same values. The driver of PostgreSQL must be on the class path. The user is
     * {@code PGUSER}, else that of this process; the password is {@code PGPASSWORD}, else that of the pass file, which is {@code PGPASSFILE} or {@code .pgpass} in
     * the home directory.
     *
     * @param environment that of the process
     * @throws IOException where the pass file cannot be read, or others may read it
     */
    public DataSource dataSource(Map<String, String> environment) throws IOException {
        Properties properties = new Properties();
        String user = environment.getOrDefault("PGUSER", System.getProperty("user.name"));
        properties.setProperty("user", user);
        Optional<String> password = Optional.ofNullable(environment.get("PGPASSWORD"));
        if (password.isEmpty()) {
            password = PassFile.password(environment, this, user);
        }
        password.ifPresent(value -> properties.setProperty("password", value));
        sslMode.ifPresent(value -> properties.setProperty("sslmode", value));
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("socketTimeout", SECONDS_OF_SILENCE);
        properties.setProperty("tcpKeepAlive", "true");
        return new DriverDataSource("jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
    }
}
