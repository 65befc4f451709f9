package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class AuditCommandTest {
    @TempDir
    Path root;

    @BeforeEach
    void start() throws IOException {
        copy("photo-small.jpg", "clips/dance.jpg");
        copy("clip-4s-faststart.mp4", "clips/dance.mp4");
        copy("too-tall-300x900.jpg", "clips/sub/tall.jpg");
        Files.writeString(root.resolve("clips/notes.txt"), "notes");
    }

    private void copy(String sample, String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of(Run.sample(sample)), file);
    }

    private String path(String name) {
        return root.resolve(name).toString();
    }

    private static Run audit(String... args) {
        List<String> line = new ArrayList<>(List.of("audit"));
        line.addAll(List.of(args));
        return Run.of(line.toArray(new String[0]));
    }

    private static List<String> sources(Run run) {
        return run.out()
                .lines()
                .map(line -> value(line, "source") + " " + value(line, "outcome"))
                .toList();
    }

    private static String value(String line, String key) {
        int start = line.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return line.substring(start, line.indexOf('"', start));
    }

    @Test
    void every_file_is_a_result_called_by_its_path_below_the_folder() {
        Run run = audit("--format", "jsonl", path("clips"));
        assertThat(sources(run))
                .containsExactly("dance.jpg pass", "dance.mp4 pass", "notes.txt skipped", "sub/tall.jpg fail");
        assertThat(run.out().lines()).allMatch(line -> line.contains("\"root\":\"" + path("clips") + "\""));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_text_groups_what_needs_attention_by_folder_and_sums_up() {
        Run run = audit(path("clips"));
        assertThat(run.out())
                .startsWith(path("clips/sub") + "/\n  fail     tall.jpg  JPEG 300x900, 12.1 kB\n")
                .contains(
                        "convert " + path("clips/sub/tall.jpg"),
                        "pass         2\n",
                        "fail         1\n",
                        "skipped      1\n",
                        "image.aspect-ratio     0        0     1\n",
                        "3 files judged, 61.8 kB, in ")
                .doesNotContain("dance");
    }

    @Test
    void the_json_sums_up_and_says_that_it_is_complete() {
        assertThat(audit("--format", "json", path("clips")).out())
                .contains(
                        "\"schema\": \"preflight.report/1\"",
                        "\"checked\": 3,",
                        "\"skipped\": 1,",
                        "\"complete\": true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clips/dance.jpg                    | 0",
                "clips                              | 1",
                "clips --exclude sub                | 0",
                "clips --include *.mp4              | 0",
                "clips --as image                   | 1",
                "clips/dance.mp4 --strict           | 0",
                "missing                            | 1"
            })
    void the_exit_code_is_that_of_the_worst(String args, int code) {
        String[] words = args.split(" ");
        words[0] = path(words[0]);
        assertThat(audit(words).code()).isEqualTo(code);
    }

    @Test
    void several_folders_are_told_in_their_order_and_each_by_its_name() {
        Run run = audit("--format", "jsonl", path("clips/sub"), path("clips/dance.jpg"));
        assertThat(sources(run)).containsExactly("tall.jpg fail", path("clips/dance.jpg") + " pass");
    }

    @Test
    void names_come_from_a_list() throws IOException {
        Path list = Files.writeString(root.resolve("list"), path("clips/dance.jpg") + "\n\n" + path("clips/sub"));
        assertThat(sources(audit("--format", "jsonl", "--files-from", list.toString())))
                .containsExactly(path("clips/dance.jpg") + " pass", "tall.jpg fail");
    }

    @Test
    void names_that_end_with_a_zero_come_from_standard_input() {
        byte[] names = (path("clips/dance.jpg") + "\0missing\n.jpg\0").getBytes(StandardCharsets.UTF_8);
        Run run = Run.with(new ByteArrayInputStream(names), "audit", "--format", "jsonl", "--files0-from", "-");
        assertThat(sources(run)).containsExactly(path("clips/dance.jpg") + " pass", "missing\\n.jpg unknown");
    }

    @Test
    void a_list_that_breaks_off_is_told_as_far_as_it_goes_and_is_trouble_of_our_own() {
        byte[] names = (path("clips/dance.jpg") + "\n" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        Run run = Run.with(new ByteArrayInputStream(names), "audit", "--files-from", "-");
        assertThat(run.code()).isEqualTo(ExitCode.OWN_TROUBLE);
        assertThat(run.out()).contains("INCOMPLETE");
        assertThat(run.err()).contains("breaks off", "line 2 is longer");
    }

    @Test
    void pairs_are_requests() {
        Run run = audit("--pairs", "--format", "jsonl", path("clips"));
        assertThat(sources(run)).containsExactly("dance pass", "notes.txt skipped", "sub/tall.jpg fail");
        assertThat(run.out().lines().findFirst().orElseThrow())
                .contains(
                        "\"kind\":\"request\"",
                        "\"path\":\"reference_images[0].url\",\"source\":\"dance.jpg\"",
                        "\"path\":\"reference_videos[0].url\",\"source\":\"dance.mp4\"");
    }

    @Test
    void each_row_of_a_manifest_is_a_request_whose_media_lie_beside_it() throws IOException {
        Path manifest = Files.writeString(root.resolve("clips/m.csv"), """
                id,image,video,orientation,prompt
                one,dance.jpg,dance.mp4,image,hello
                two,sub/tall.jpg,dance.mp4,portrait,
                ,https://example.org/a.jpg,missing.mp4,,
                """);
        Run run = audit("--manifest", manifest.toString(), "--format", "jsonl");
        assertThat(run.out().lines().map(line -> value(line, "outcome"))).containsExactly("pass", "fail", "unknown");
        assertThat(run.out().lines().map(AuditCommandTest::line)).containsExactly("2", "3", "4");
        assertThat(run.out())
                .contains(
                        "\"id\":\"one\"",
                        "request.orientation",
                        "image.aspect-ratio",
                        "not fetched by this version",
                        "there is no such file");
        assertThat(audit("--manifest", manifest.toString()).out())
                .contains("fail     " + manifest + ":3 (two)  request");
    }

    private static String line(String json) {
        int start = json.indexOf("\"line\":") + 7;
        return json.substring(start, json.indexOf(',', start));
    }

    @Test
    void what_a_baseline_accepts_is_told_as_it_is_and_does_not_count() {
        String baseline = path("baseline.jsonl");
        Run written = audit("--baseline", baseline, "--write-baseline", "--reason", "old", path("clips"));
        assertThat(written.code()).isEqualTo(ExitCode.PASSED);
        assertThat(written.err()).contains("accepted findings in " + baseline + ": 1");

        Run run = audit("--baseline", baseline, "--format", "jsonl", path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(sources(run)).contains("sub/tall.jpg fail");
        assertThat(run.out()).contains("\"baseline\":{\"reason\":\"old\",");
        assertThat(audit("--baseline", baseline, path("clips")).out()).doesNotContain("tall.jpg");
    }

    @Test
    void what_a_baseline_no_longer_accepts_counts() throws IOException {
        Path baseline = Files.writeString(root.resolve("b"), """
                {"schema":"preflight.baseline/1"}
                {"source":"sub/tall.jpg","rule":"image.aspect-ratio","reason":"old","expires":"2020-01-01"}
                {"source":"gone.jpg","rule":"image.size","reason":"old","expires":"2999-01-01"}
                """);
        Run run = audit("--baseline", baseline.toString(), path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("accepted until 2020-01-01: old (expired)");
        assertThat(run.err()).contains("a line of the baseline fits nothing");
    }

    @Test
    void a_new_finding_is_not_drowned_by_a_baseline() throws IOException {
        String baseline = path("baseline.jsonl");
        audit("--baseline", baseline, "--write-baseline", path("clips"));
        copy("too-wide-800x310.png", "clips/new.png");
        Run run = audit("--baseline", baseline, path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("new.png").doesNotContain("tall.jpg");
    }

    @Test
    void progress_for_programs_ends_with_the_last_figures() {
        assertThat(audit("--progress", "json", path("clips")).err())
                .contains("\"judged\":4,\"found\":4,\"allFound\":true,\"pass\":2,")
                .endsWith("}\n");
    }

    @Test
    void nobody_is_shown_progress_where_nobody_watches() {
        assertThat(audit(path("clips")).err()).isEmpty();
    }

    @Test
    void what_needs_no_parser_is_understood_as_the_parser_would() throws Exception {
        String[] names = {"a", "@b", "", "c d"};
        assertThat(AuditOptions.plain(names))
                .usingRecursiveComparison()
                .isEqualTo(AuditOptions.of(Commands.parse(AuditOptions.spec("audit"), names)));
    }

    @Test
    void links_that_lead_back_are_told() throws IOException {
        Files.createSymbolicLink(root.resolve("clips/sub/up"), root.resolve("clips"));
        Run run = audit("--follow", "--format", "jsonl", path("clips"));
        assertThat(sources(run)).hasSize(4);
        assertThat(run.err()).contains("a link leads to a folder that was entered already");
    }

    /** The list names one file, and then leaves the audit waiting until it is interrupted. */
    @Test
    void ctrl_c_writes_what_is_done_and_marks_it() throws IOException {
        String report = path("report.json");
        String lines = path("report.jsonl");
        List<Runnable> hooks = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream list = new SequenceInputStream(
                new ByteArrayInputStream((path("clips/dance.jpg") + "\n").getBytes(StandardCharsets.UTF_8)),
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

    /** Standard input that brings nothing more; when the first result has been told, somebody presses Ctrl-C. */
    private static final class Interrupting extends InputStream {
        private final ByteArrayOutputStream told;
        private final List<Runnable> hooks;
        private final CountDownLatch over;

        Interrupting(ByteArrayOutputStream told, List<Runnable> hooks, CountDownLatch over) {
            this.told = told;
            this.hooks = hooks;
            this.over = over;
        }

        @Override
        public int read() throws IOException {
            try {
                while (told.size() == 0) {
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
    void a_report_that_nobody_reads_ends_the_audit() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Run run = Run.with(new ByteArrayInputStream(new byte[0]), closed, "audit", "--verbose", path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.OWN_TROUBLE);
        assertThat(run.err()).contains("cannot write standard output: Broken pipe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                 | nothing to audit",
                "x --files-from y                 | exclude each other",
                "--files-from /no/such/list       | cannot be read: no such file or folder",
                "--manifest /no/such/list         | cannot be read: no such file or folder",
                "x --baseline /no/such/baseline   | --write-baseline makes it",
                "x --write-baseline               | needs --baseline FILE",
                "x y --baseline b                 | --baseline is for one folder",
                "x --reason y                     | --reason needs --write-baseline",
                "x --baseline b --write-baseline --expires soon | --expires is a day such as",
                "x --baseline b --write-baseline --expires 2020-01-01 | 2020-01-01 is over",
                "x --threads 0                    | --threads is a number from 1",
                "x --file-timeout -1              | --file-timeout is a number of seconds",
                "x --include [                    | is no pattern",
                "x --pairs --as image             | --as is for single files",
                "x --progress loud                | --progress is auto, json, none",
                "x --deeper                       | Unknown option"
            })
    void a_wrong_command_line_is_told_what_is_wrong(String args, String message) {
        Run run = args == null ? audit() : audit(args.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void a_manifest_that_is_none_is_a_wrong_command_line() throws IOException {
        Path manifest = Files.writeString(root.resolve("m.csv"), "a,b\n1,2\n");
        Run run = audit("--manifest", manifest.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--manifest " + manifest);
    }

    @Test
    void a_cache_that_is_none_is_left_alone() throws IOException {
        Path other = Files.writeString(root.resolve("cache"), "not a database, but something that somebody wrote");
        Run run = audit("--cache", other.toString(), path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.OWN_TROUBLE);
        assertThat(run.err()).contains("cannot use the cache " + other);
        assertThat(other).hasContent("not a database, but something that somebody wrote");
    }

    @Test
    void a_cache_in_the_audited_folder_is_not_opened_as_a_file() {
        Run run = audit("--cache", path("clips/facts.db"), "--format", "jsonl", path("clips"));
        assertThat(sources(run))
                .containsExactly("dance.jpg pass", "dance.mp4 pass", "notes.txt skipped", "sub/tall.jpg fail");
    }

    @Test
    void a_report_is_not_written_over_the_baseline() throws IOException {
        Path baseline = Files.writeString(root.resolve("b"), "{\"schema\":\"preflight.baseline/1\"}\n");
        Run run = audit("--baseline", baseline.toString(), "--output", baseline.toString(), path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }
}
