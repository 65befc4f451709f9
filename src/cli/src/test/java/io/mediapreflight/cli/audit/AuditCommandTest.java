package io.mediapreflight.cli.audit;

import static io.mediapreflight.cli.audit.AuditedDirectory.audit;
import static io.mediapreflight.cli.audit.AuditedDirectory.sources;
import static io.mediapreflight.cli.audit.AuditedDirectory.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.cli.options.PlainArguments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class AuditCommandTest {
    @TempDir
    Path root;

    private AuditedDirectory directory;

    @BeforeEach
    void start() throws IOException {
        directory = AuditedDirectory.of(root);
    }

    @Test
    void every_file_is_a_result_called_by_its_path_below_the_directory() {
        Run run = audit("--format", "jsonl", directory.path("clips"));
        assertThat(sources(run))
                .containsExactly("dance.jpg pass", "dance.mp4 pass", "notes.txt skipped", "sub/tall.jpg fail");
        assertThat(run.out().lines()).allMatch(line -> line.contains("\"root\":\"" + directory.path("clips") + "\""));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_text_groups_what_needs_attention_by_directory_and_sums_up() {
        Run run = audit(directory.path("clips"));
        assertThat(run.out())
                .startsWith(directory.path("clips/sub") + "/\n  fail     tall.jpg  JPEG 300x900, 12.1 kB\n")
                .contains(
                        "file:" + directory.path("clips/sub/tall.jpg") + " ",
                        "pass         2\n",
                        "fail         1\n",
                        "skipped      1\n",
                        "image.aspect-ratio     0        0     1\n",
                        "3 files checked, 61.8 kB, in ")
                .doesNotContain("dance");
    }

    @Test
    void a_file_that_is_named_and_skipped_is_named_as_skipped() {
        Run run = audit(directory.path("clips/notes.txt"), directory.path("clips/dance.jpg"));
        assertThat(run.err())
                .contains("Skipped " + directory.path("clips/notes.txt") + ": it is neither an image nor a video");
        assertThat(audit("--quiet", directory.path("clips/notes.txt")).err()).isEmpty();
    }

    @Test
    void an_audit_that_finds_no_media_says_what_it_saw() throws IOException {
        Path other = Files.createDirectory(root.resolve("other"));
        for (String name : List.of("a.txt", "b.TXT", "c.md", "README")) {
            Files.writeString(other.resolve(name), "text");
        }
        Run run = audit(other.toString());
        assertThat(run.out()).contains("No media found").contains("4 files skipped");
        assertThat(run.err()).isEqualTo("preflight: Skipped: 2 .txt, 1 without an extension, 1 .md.\n");
        assertThat(audit("--quiet", other.toString()).err()).isEmpty();
    }

    @Test
    void an_archive_is_skipped_with_what_to_do() throws IOException {
        Path archive = Files.write(root.resolve("clips.zip"), new byte[] {'P', 'K', 3, 4, 20, 0});
        Files.write(root.resolve("more.tar"), new byte[2_000]);
        assertThat(audit(archive.toString()).err())
                .contains("clips.zip: archives are not searched. Extract it, and audit the directory.");
        assertThat(audit(root.resolve("more.tar").toString()).err()).contains("archives are not searched");
        assertThat(Run.of("check", archive.toString()).out()).contains("fix: Archives are not searched: extract it");
    }

    @Test
    void names_that_could_pair_in_several_ways_are_named() throws IOException {
        Path pairs = Files.createDirectory(root.resolve("pairs"));
        for (String name : List.of("a.jpg", "a.jpeg")) {
            Files.copy(Path.of(Run.sample("photo-small.jpg")), pairs.resolve(name));
        }
        Files.copy(Path.of(Run.sample("clip-4s-faststart.mp4")), pairs.resolve("a.mp4"));
        assertThat(audit("--pairs", pairs.toString()).err())
                .isEqualTo(
                        "preflight: 1 base name has more than one image or video, so that its files were not paired: "
                                + pairs + "/a.\n");
    }

    @Test
    void the_json_sums_up_and_says_that_it_is_complete() {
        assertThat(audit("--format", "json", directory.path("clips")).out())
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
        words[0] = directory.path(words[0]);
        assertThat(audit(words).code()).isEqualTo(code);
    }

    @Test
    void several_directories_are_reported_in_order_and_each_by_its_name() {
        Run run = audit("--format", "jsonl", directory.path("clips/sub"), directory.path("clips/dance.jpg"));
        assertThat(sources(run)).containsExactly("tall.jpg fail", directory.path("clips/dance.jpg") + " pass");
    }

    @Test
    void names_come_from_a_list() throws IOException {
        Path list = Files.writeString(
                directory.file("list"), directory.path("clips/dance.jpg") + "\n\n" + directory.path("clips/sub"));
        assertThat(sources(audit("--format", "jsonl", "--files-from", list.toString())))
                .containsExactly(directory.path("clips/dance.jpg") + " pass", "tall.jpg fail");
    }

    @Test
    void names_that_end_with_a_zero_come_from_standard_input() {
        byte[] names = (directory.path("clips/dance.jpg") + "\0missing\n.jpg\0").getBytes(StandardCharsets.UTF_8);
        Run run = Run.with(new ByteArrayInputStream(names), "audit", "--format", "jsonl", "--files0-from", "-");
        assertThat(sources(run)).containsExactly(directory.path("clips/dance.jpg") + " pass", "missing\\n.jpg unknown");
    }

    @Test
    void pairs_are_requests() {
        Run run = audit("--pairs", "--format", "jsonl", directory.path("clips"));
        assertThat(sources(run)).containsExactly("dance pass", "notes.txt skipped", "sub/tall.jpg fail");
        assertThat(run.out().lines().findFirst().orElseThrow())
                .contains(
                        "\"kind\":\"request\"",
                        "\"path\":\"reference_images[0].url\",\"source\":\"dance.jpg\"",
                        "\"path\":\"reference_videos[0].url\",\"source\":\"dance.mp4\"");
    }

    @Test
    void a_name_in_latin_1_that_leads_nowhere_has_its_encoding_for_a_cause() throws IOException {
        Path manifest = Files.write(
                directory.file("clips/m.csv"), "image\ncaf\u00E9.jpg\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(audit("--manifest", manifest.toString()).out()).contains("save the manifest as UTF-8");
    }

    @Test
    void each_row_of_a_manifest_is_a_request_whose_media_lie_beside_it() throws IOException {
        Path manifest = Files.writeString(directory.file("clips/m.csv"), """
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
                        "preflight does not download",
                        "There is no such file.");
        assertThat(audit("--manifest", manifest.toString()).out())
                .contains("fail     " + manifest + ":3 (two)  request");
    }

    private static String line(String json) {
        int start = json.indexOf("\"line\":") + 7;
        return json.substring(start, json.indexOf(',', start));
    }

    @Test
    void what_a_baseline_accepts_is_reported_as_it_is_and_does_not_count() {
        String baseline = directory.path("baseline.jsonl");
        Run written = audit("--baseline", baseline, "--write-baseline", "--reason", "old", directory.path("clips"));
        assertThat(written.code()).isEqualTo(ExitCode.PASSED);
        assertThat(written.err()).contains("Findings accepted in " + baseline + ": 1.");

        Run run = audit("--baseline", baseline, "--format", "jsonl", directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(sources(run)).contains("sub/tall.jpg fail");
        assertThat(run.out()).contains("\"baseline\":{\"reason\":\"old\",");
        assertThat(audit("--baseline", baseline, directory.path("clips")).out()).doesNotContain("tall.jpg");
    }

    @Test
    void what_a_baseline_no_longer_accepts_counts() throws IOException {
        Path baseline = Files.writeString(directory.file("b"), """
                {"schema":"preflight.baseline/1"}
                {"source":"sub/tall.jpg","rule":"image.aspect-ratio","reason":"old","expires":"2020-01-01"}
                {"source":"gone.jpg","rule":"image.size","reason":"old","expires":"2999-01-01"}
                """);
        Run run = audit("--baseline", baseline.toString(), directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("accepted until 2020-01-01: old (expired)");
        assertThat(run.err())
                .contains(
                        "1 entry of the baseline matches no finding.",
                        "The baseline has the format of an older version");
    }

    @Test
    void a_new_finding_is_not_drowned_by_a_baseline() throws IOException {
        String baseline = directory.path("baseline.jsonl");
        audit("--baseline", baseline, "--write-baseline", directory.path("clips"));
        directory.copy("too-wide-800x310.png", "clips/new.png");
        Run run = audit("--baseline", baseline, directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("new.png").doesNotContain("tall.jpg");
    }

    @Test
    void a_baseline_keeps_with_their_reasons_what_an_audit_of_some_files_did_not_look_at() throws IOException {
        directory.copy("too-wide-800x310.png", "clips/wide.png");
        directory.copy("too-short-2.5s.mp4", "clips/short.mp4");
        String baseline = directory.path("baseline.jsonl");
        audit("--baseline", baseline, "--write-baseline", "--reason", "agreed in May", directory.path("clips"));
        directory.copy("too-tall-300x900.jpg", "clips/tall-too.jpg");

        Run some = audit(
                "--include",
                "*.jpg",
                "--baseline",
                baseline,
                "--write-baseline",
                "--reason",
                "new in June",
                directory.path("clips"));
        assertThat(some.code()).isEqualTo(ExitCode.PASSED);
        assertThat(reasons(baseline))
                .containsOnly(
                        "short.mp4 agreed in May",
                        "sub/tall.jpg agreed in May",
                        "tall-too.jpg new in June",
                        "wide.png agreed in May");
        assertThat(audit("--baseline", baseline, directory.path("clips")).code())
                .isEqualTo(ExitCode.PASSED);
    }

    private static List<String> reasons(String baseline) throws IOException {
        return Files.readAllLines(Path.of(baseline)).stream()
                .filter(line -> line.contains("\"source\""))
                .map(line -> value(line, "source") + " " + value(line, "reason"))
                .toList();
    }

    @Test
    void progress_for_programs_ends_with_the_last_figures() {
        String lines = audit("--progress", "json", directory.path("clips")).err();
        assertThat(lines)
                .contains("\"judged\":4,\"found\":4,\"allFound\":true,\"pass\":2,")
                .endsWith("}\n");
        lines.lines().forEach(OutputSchema::requireValid);
    }

    @Test
    void progress_is_not_shown_without_a_terminal() {
        assertThat(audit(directory.path("clips")).err()).isEmpty();
    }

    @Test
    void what_needs_no_parser_is_understood_as_the_parser_would() throws Exception {
        String[] names = {"a", "@b", "", "c d"};
        assertThat(AuditOptions.plain(PlainArguments.of(names).orElseThrow()))
                .usingRecursiveComparison()
                .isEqualTo(AuditOptions.of(parsed(names)));
    }

    @Test
    void links_that_lead_back_are_reported() throws IOException {
        Files.createSymbolicLink(directory.file("clips/sub/up"), directory.file("clips"));
        Run run = audit("--follow", "--format", "jsonl", directory.path("clips"));
        assertThat(sources(run)).hasSize(4);
        assertThat(run.err()).contains("1 link leads to a directory that was already searched; it was not followed.");
    }

    @Test
    void a_cache_in_the_audited_directory_is_not_opened_as_a_file() {
        Run run = audit("--cache", directory.path("clips/facts.db"), "--format", "jsonl", directory.path("clips"));
        assertThat(sources(run))
                .containsExactly("dance.jpg pass", "dance.mp4 pass", "notes.txt skipped", "sub/tall.jpg fail");
    }

    private static ParseResult parsed(String... names) throws UsageException {
        CommandSpec spec = CommandSyntax.spec("audit");
        AuditOptions.describe(spec);
        return CommandSyntax.parse(spec, names);
    }
}
