package io.mediapreflight.spring;

import io.mediapreflight.journal.jdbc.JdbcJournal;
import io.mediapreflight.journal.jdbc.JournalUrl;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.SubmissionListener;
import io.mediapreflight.submit.Submitter;
import io.mediapreflight.submit.Tasks;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The submitter, where {@code preflight.journal} says where submissions are remembered: without a journal, one request might be paid for twice. */
@AutoConfiguration
@ConditionalOnClass(Submitter.class)
@ConditionalOnProperty("preflight.journal")
public class PreflightSubmitAutoConfiguration {
    /** A letter alone is a drive. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    /** A file, or a database that a fleet shares. What looks like a URL is never taken for a file, which each machine would have for itself. */
    @Bean
    @ConditionalOnMissingBean
    Journal preflightJournal(PreflightProperties properties) throws IOException {
        @Nullable String place = properties.journal();
        if (place == null) {
            return Journal.none();
        }
        return URL.matcher(place).matches() ? Shared.journal(place) : FileJournal.open(Path.of(place));
    }

    /** A class of its own, which is loaded only where its classes are there. */
    private static final class Shared {
        static Journal journal(String url) throws IOException {
            Map<String, String> environment = System.getenv();
            return JdbcJournal.open(JournalUrl.parse(url).dataSource(environment));
        }
    }

    /** With the key of the environment variable {@code IMINI_API_KEY}, without which the application does not start. */
    @Bean
    @ConditionalOnMissingBean
    ApiKey preflightApiKey() {
        return ApiKey.fromEnvironment(System.getenv());
    }

    /** What the submitter and the tasks have in common. */
    @Bean
    @ConditionalOnMissingBean
    Service preflightService(
            PreflightProperties properties, Journal journal, ApiKey key, ObjectProvider<SubmissionListener> listener) {
        Service.Builder builder = Service.builder().apiKey(key).journal(journal);
        if (properties.baseUrl() != null) {
            builder.baseUrl(properties.baseUrl());
        }
        listener.ifUnique(builder::listener);
        return builder.build();
    }

    /** Sends cleared requests. */
    @Bean
    @ConditionalOnMissingBean
    Submitter preflightSubmitter(Service service) {
        return service.submitter();
    }

    /** Follows tasks. */
    @Bean
    @ConditionalOnMissingBean
    Tasks preflightTasks(Service service) {
        return service.tasks();
    }
}
