package io.mediapreflight.cli.audit;

import static io.mediapreflight.cli.audit.AuditedDirectory.audit;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an audit says and leaves where it cannot start, or cannot come to its end. */
class AuditFailureTest {
    @TempDir
    Path root;

    private AuditedDirectory directory;

    @BeforeEach
    void start() throws IOException {
        directory = AuditedDirectory.of(root);
    }

    @Test
    void a_list_that_breaks_off_is_reported_as_far_as_it_goes_and_is_a_failure_of_our_own() {
        byte[] names =
                (directory.path("clips/dance.jpg") + "\n" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        Run run = Run.with(new ByteArrayInputStream(names), "audit", "--files-from", "-");
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out()).contains("INCOMPLETE");
        assertThat(run.err()).contains("Cannot read the rest of the list of files to audit: line 2 is longer");
    }

    /** The list names one file, and then leaves the audit waiting until it is interrupted. */
    @Test
    void ctrl_c_writes_what_is_done_and_marks_it() throws IOException {
        String report = directory.path("report.json");
        String lines = directory.path("report.jsonl");
        List<Runnable> hooks = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream list = new SequenceInputStream(
                new ByteArrayInputStream((directory.path("clips/dance.jpg") + "\n").getBytes(StandardCharsets.UTF_8)),
                new Interrupting(out, hooks, over));
        Run run = Run.with(
                list,
                out,
                false,
                hooks::add,
                ("audit --verbose --files-from - --output - --format text --format json --output " + report
                                + " --format jsonl --output " + lines)
                        .split(" "));
        over.countDown();
        assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("INCOMPLETE", "1 file");
        assertThat(Files.readString(Path.of(report)))
                .contains("\"checked\": 1,", "\"complete\": false")
                .endsWith("}\n");
        assertThat(Files.readAllLines(Path.of(lines)))
                .hasSize(2)
                .last()
                .asString()
                .contains("preflight.summary/1", "\"complete\":false");
    }

    /** Standard input that brings nothing more; once the first result is reported, Ctrl-C is pressed. */
    private static final class Interrupting extends InputStream {
        private final ByteArrayOutputStream reported;
        private final List<Runnable> hooks;
        private final CountDownLatch over;

        Interrupting(ByteArrayOutputStream reported, List<Runnable> hooks, CountDownLatch over) {
            this.reported = reported;
            this.hooks = hooks;
            this.over = over;
        }

        @Override
        public int read() throws IOException {
            try {
                while (reported.size() == 0) {
                    Thread.sleep(1);
                }
                hooks.forEach(hook -> new Thread(hook).start());
                over.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }

    @Test
    void a_report_without_a_reader_ends_the_audit() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Run run =
                Run.with(new ByteArrayInputStream(new byte[0]), closed, "audit", "--verbose", directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains("Cannot write standard output: Broken pipe.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                 | Nothing to audit",
                "x --files-from y                 | cannot be used together",
                "--files-from /no/such/list       | (--files-from): no such file or directory",
                "--manifest /no/such/list         | (--manifest): no such file or directory",
                "x --baseline /no/such/baseline   | --write-baseline creates it",
                "x --write-baseline               | needs --baseline FILE",
                "x y --baseline b                 | --baseline takes one directory",
                "x --reason y                     | --reason needs --write-baseline",
                "x --baseline b --write-baseline --expires soon | --expires must be a day such as",
                "x --baseline b --write-baseline --expires 2020-01-01 | --expires 2020-01-01 has passed",
                "x --threads 0                    | --threads must be a number from 1",
                "x --file-timeout -1              | --file-timeout must be a number of seconds",
                "x --include [                    | is not a pattern",
                "x --pairs --as image             | --as cannot be used with",
                "x --progress loud                | --progress must be one of auto, json, none, not 'loud'",
                "x --deeper                       | Unknown option '--deeper'"
            })
    void a_wrong_command_line_gets_the_reason(String args, String message) {
        Run run = args == null ? audit() : audit(args.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void an_invalid_manifest_is_a_wrong_command_line() throws IOException {
        Path manifest = Files.writeString(directory.file("m.csv"), "a,b\n1,2\n");
        Run run = audit("--manifest", manifest.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Cannot use " + manifest + " (--manifest): its first row must name its columns");
    }

    @Test
    void a_file_that_is_no_cache_is_left_alone() throws IOException {
        Path other = Files.writeString(directory.file("cache"), "not a database, but a note of the user's");
        Run run = audit("--cache", other.toString(), directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains("Cannot use the cache " + other);
        assertThat(other).hasContent("not a database, but a note of the user's");
    }

    @Test
    void a_report_is_not_written_over_the_baseline() throws IOException {
        Path baseline = Files.writeString(directory.file("b"), "{\"schema\":\"preflight.baseline/1\"}\n");
        Run run = audit("--baseline", baseline.toString(), "--output", baseline.toString(), directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }
}
