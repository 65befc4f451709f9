package io.mediapreflight.spring;

import io.mediapreflight.spec.Orientation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The properties of the starter. The key of the service is none of them: it comes from the environment variable {@code IMINI_API_KEY}.
 *
 * @param orientation the character_orientation that reference videos are used with, which decides how long they may be, where a constraint
 *     does not say it; without one, they must be short enough for both
 * @param strict whether warnings refuse media, as well as failures
 * @param limits a JSON file of limits on top of the published ones; only the keys that it gives change
 * @param deep whether FFmpeg opens and decodes media behind the check of their headers; needs preflight-ffmpeg and FFmpeg's natives
 * @param problemDetails whether refused media are answered with problem details (RFC 9457)
 * @param journal where submissions are remembered: a file, or postgresql://host:port/database; needs preflight-submit, a database also
 *     preflight-journal-jdbc
 * @param baseUrl the service that requests are submitted to
 */
@ConfigurationProperties("preflight")
public record PreflightProperties(
        @Nullable Orientation orientation,
        @DefaultValue("true") boolean strict,
        @Nullable Resource limits,
        @DefaultValue("false") boolean deep,
        @DefaultValue("true") boolean problemDetails,
        @Nullable String journal,
        @Nullable URI baseUrl) {}
