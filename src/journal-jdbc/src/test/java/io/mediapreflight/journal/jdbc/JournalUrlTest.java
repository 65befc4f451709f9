package io.mediapreflight.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalUrlTest {
    private static final JournalUrl URL = JournalUrl.parse("postgresql://db.example:5433/fleet");

    @TempDir
    Path directory;

    @Test
    void host_port_database_and_sslmode_are_read() {
        assertThat(JournalUrl.parse("postgresql://db.example:5433/fleet?sslmode=verify-full"))
                .isEqualTo(new JournalUrl("db.example", 5433, "fleet", Optional.of("verify-full")));
    }

    @Test
    void the_port_is_that_of_postgresql_unless_given() {
        assertThat(JournalUrl.parse("postgresql://[::1]/fleet"))
                .isEqualTo(new JournalUrl("[::1]", 5432, "fleet", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/fleet",
                "mysql://db.example/fleet",
                "postgresql:fleet",
                "postgresql://db.example",
                "postgresql://db.example/",
                "postgresql://db.example/a/b",
                "postgresql://db.example/fleet#x",
                "postgresql://db.example:0/fleet",
                "postgresql://db.example:65536/fleet",
                "postgresql://a,b/fleet",
                "postgresql://db.example/fle%65t",
                "postgresql://me:secret@db.example/fleet",
                "postgresql://db.example/fleet?socketFactory=org.example.Evil",
                "postgresql://db.example/fleet?sslmode=require&loggerFile=/etc/passwd",
                "postgresql://db.example/fleet?loggerFile=/tmp/x&sslmode=require",
                "postgresql://db.example/fleet?sslmode=require;x=y",
                "postgresql://db.example/fleet?sslmode=",
                "postgresql://db.example/fleet?SSLMODE=require",
                "not a URL"
            })
    void anything_else_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> JournalUrl.parse(url))
                .isInstanceOf(RefusedValueException.class)
                .message()
                .doesNotContain("secret", "Evil");
    }

    @Test
    void a_data_source_does_not_show_its_password() throws IOException {
        assertThat(URL.dataSource(Map.of("PGUSER", "fleet", "PGPASSWORD", "secret"))
                        .toString())
                .isEqualTo("jdbc:postgresql://db.example:5433/fleet");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no permissions there")
    void the_first_line_of_the_pass_file_that_fits_has_the_password() throws IOException {
        Path file = passFile("""
                # db.example:5433:fleet:me:commented
                other.example:5433:fleet:me:wrong
                db.example:*:fleet:me:a\\:b\\\\c
                *:*:*:*:last
                """, "rw-------");
        Map<String, String> environment = Map.of("PGPASSFILE", file.toString());
        assertThat(PassFile.password(environment, URL, "me")).contains("a:b\\c");
        assertThat(PassFile.password(environment, URL, "you")).contains("last");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no permissions there")
    void a_pass_file_that_others_may_read_is_an_error() throws IOException {
        Path file = passFile("*:*:*:*:secret\n", "rw-r-----");
        assertThatThrownBy(() -> URL.dataSource(Map.of("PGPASSFILE", file.toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void there_need_be_no_pass_file() throws IOException {
        assertThat(PassFile.password(Map.of("HOME", directory.toString()), URL, "me"))
                .isEmpty();
    }

    private Path passFile(String content, String permissions) throws IOException {
        Path file = directory.resolve(".pgpass");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
