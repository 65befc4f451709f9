package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The steps of action.yml that are scripts, run as a runner runs them, and the hook of .pre-commit-hooks.yaml. */
class GithubActionTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "..")
            .toAbsolutePath()
            .normalize();
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([^ }]+) *}}");
    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path directory;

    private final Map<String, String> context = new HashMap<>();
    private Map<String, Object> action = Map.of();

    @BeforeEach
    void set_up() throws IOException {
        assumeThat(Path.of("/bin/bash")).isExecutable();
        action = object(yaml("action.yml"));
        inputs().forEach((name, input) -> context.put("inputs." + name, text(object(input), "default")));
        context.put("steps.build.outputs.preflight", launcher().toString());
        Files.createDirectory(directory.resolve("media"));
    }

    @Test
    void an_audit_of_a_file_that_passes_ends_well_with_a_summary_of_the_job() throws Exception {
        put("drawing.png");
        assertThat(audit()).isZero();
        assertThat(output()).contains("exit-code=0");
        assertThat(directory.resolve("summary")).content().contains("preflight");
        assertThat(result("0")).isZero();
    }

    @Test
    void a_file_that_fails_is_an_annotation_and_fails_the_last_step_alone() throws Exception {
        put("too-tall-300x900.jpg");
        assertThat(audit()).isZero();
        assertThat(directory.resolve("log")).content().contains("::error file=");
        assertThat(output()).contains("exit-code=1");
        assertThat(result("1")).isEqualTo(ExitCode.NOT_PASSED);
    }

    @Test
    void code_scanning_and_the_artifact_get_the_files_that_the_outputs_name() throws Exception {
        put("too-tall-300x900.jpg");
        context.put("inputs.sarif", "true");
        assertThat(audit()).isZero();
        Path sarif = directory.resolve("temp/preflight.sarif");
        assertThat(output()).contains("sarif=" + sarif);
        assertThat(sarif).content().contains("\"2.1.0\"", "image.aspect-ratio");
        boolean hasHtml = Run.of("audit", "--help").out().matches("(?s).*\\bhtml\\b.*");
        assertThat(Files.exists(directory.resolve("temp/preflight.html"))).isEqualTo(hasHtml);
        assertThat(output().contains("html=")).isEqualTo(hasHtml);
    }

    @Test
    void what_is_not_wanted_is_not_written() throws Exception {
        put("too-tall-300x900.jpg");
        for (String input : List.of("annotations", "html", "summary", "sarif")) {
            context.put("inputs." + input, "false");
        }
        assertThat(audit()).isZero();
        assertThat(directory.resolve("log")).content().doesNotContain("::error").contains("image.aspect-ratio");
        assertThat(directory.resolve("temp")).isEmptyDirectory();
        assertThat(directory.resolve("summary")).isEmptyFile();
    }

    @Test
    void each_line_of_paths_and_of_args_is_one_argument_whatever_is_in_it() throws Exception {
        put("drawing.png");
        Files.move(directory.resolve("media"), directory.resolve("$(touch injected) `touch injected`"));
        context.put("inputs.paths", "$(touch injected) `touch injected`\n\n");
        context.put("inputs.args", "--exclude\n'; touch injected; '\n--ignore=image.name");
        assertThat(audit()).isZero();
        assertThat(output()).contains("exit-code=0");
        assertThat(directory.resolve("injected")).doesNotExist();
    }

    @Test
    void a_path_that_begins_like_an_option_is_a_path() throws Exception {
        context.put("inputs.paths", "--version");
        assertThat(audit()).isZero();
        assertThat(output()).contains("exit-code=1");
        assertThat(directory.resolve("log")).content().contains("file.access");
    }

    @Test
    void a_program_that_never_ran_fails_the_last_step() throws Exception {
        assertThat(result("")).isEqualTo(ExitCode.PROGRAM_ERROR);
    }

    @Test
    void no_script_has_text_of_an_expression_in_it_and_every_input_is_used() throws IOException {
        for (Object step : steps()) {
            String script = text(object(step), "run");
            assertThat(script).doesNotContain("${{");
            assertThat(script.isEmpty() || object(step).containsKey("shell")).isTrue();
        }
        String all = Files.readString(ROOT.resolve("action.yml"));
        assertThat(inputs().keySet()).allSatisfy(input -> assertThat(all).contains("${{ inputs." + input + " }}"));
    }

    @Test
    void the_action_builds_its_own_commit_or_the_tag_that_is_asked_for() throws Exception {
        Path built = Files.createDirectories(directory.resolve("own/src/cli/target"));
        Files.createFile(built.resolve("preflight.jar"));
        context.put("github.action_path", directory.resolve("own").toString());
        context.put("github.server_url", "file://" + directory);
        context.put("github.action_repository", "repository");
        assertThat(run("build")).isZero();
        assertThat(output()).contains("preflight=" + directory.resolve("own") + "/bin/preflight");

        assumeThat(Path.of("/usr/bin/git")).isExecutable();
        Path repository = Files.createDirectory(directory.resolve("repository"));
        Files.createDirectories(repository.resolve("src/cli/target"));
        Files.createFile(repository.resolve("src/cli/target/preflight.jar"));
        String git = "git init -q && git add -f . && git -c user.name=a -c user.email=a@b commit -qm a && git tag v1";
        assertThat(bash(repository, git, Map.of())).isZero();
        context.put("inputs.version", "v1");
        assertThat(run("build")).isZero();
        assertThat(output()).contains("preflight=" + directory.resolve("temp/preflight/bin/preflight"));

        context.put("inputs.version", "v2");
        assertThat(run("build")).isNotZero();
    }

    @Test
    void the_hook_builds_once_and_hands_its_arguments_on() throws Exception {
        Map<String, Object> hook = object(((List<?>) yaml(".pre-commit-hooks.yaml")).get(0));
        assertThat(hook)
                .containsEntry("id", "preflight")
                .containsEntry("language", "script")
                .containsEntry("types_or", List.of("image", "video"))
                .containsKeys("name", "entry");
        Path script = ROOT.resolve(text(hook, "entry"));
        assertThat(script).isExecutable();

        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path copy = Files.copy(script, bin.resolve("pre-commit"));
        executable(copy);
        executable(Files.writeString(bin.resolve("preflight"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n"));
        executable(Files.writeString(
                bin.resolve("mvn"),
                "#!/bin/sh\necho built\nmkdir -p '" + directory + "/src/cli/target'\n: >'" + directory
                        + "/src/cli/target/preflight.jar'\n"));
        Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
        String call = "bin/pre-commit --strict 'a b.png' '$(touch injected).mp4'";
        assertThat(bash(directory, call, path)).isZero();
        assertThat(directory.resolve("log"))
                .content()
                .contains("built\ncheck\n--strict\na b.png\n$(touch injected).mp4\n");
        assertThat(bash(directory, call, path)).isZero();
        assertThat(directory.resolve("log")).content().isEqualTo("check\n--strict\na b.png\n$(touch injected).mp4\n");

        // A file of the repository that is called like an option.
        Files.writeString(directory.resolve("--config=b.jpg"), "");
        assertThat(bash(directory, "bin/pre-commit --strict '--config=b.jpg' a.png", path))
                .isZero();
        assertThat(directory.resolve("log")).content().isEqualTo("check\n--strict\n./--config=b.jpg\na.png\n");
    }

    private void put(String sample) throws IOException {
        Files.copy(Path.of(Run.sample(sample)), directory.resolve("media").resolve(sample));
    }

    private int audit() throws Exception {
        return run("audit");
    }

    private int result(String code) throws Exception {
        context.put("steps.audit.outputs.exit-code", code);
        return run("result");
    }

    /** A script's step as a runner runs it: expressions are replaced in its variables, which are all that it gets. */
    private int run(String id) throws Exception {
        Map<String, Object> step = steps().stream()
                .map(GithubActionTest::object)
                .filter(each -> text(each, "id").equals(id)
                        || (id.equals("result") && text(each, "name").equals("Result")))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new HashMap<>();
        object(step.get("env")).forEach((name, value) -> environment.put(name, evaluated(value.toString())));
        environment.put("GITHUB_OUTPUT", directory.resolve("output").toString());
        environment.put("GITHUB_STEP_SUMMARY", directory.resolve("summary").toString());
        environment.put("GITHUB_WORKSPACE", directory.toString());
        environment.put(
                "RUNNER_TEMP",
                Files.createDirectories(directory.resolve("temp")).toString());
        for (String file : List.of("output", "summary")) {
            Files.writeString(directory.resolve(file), "");
        }
        return bash(directory, text(step, "run"), environment);
    }

    private String evaluated(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(context.getOrDefault(match.group(1), "")));
    }

    /** With the options that a runner gives to bash. */
    private int bash(Path where, String script, Map<String, String> environment) throws Exception {
        Path file = Files.writeString(directory.resolve("step.sh"), script);
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    /** The program from the class path of this test, as its launcher would start it. */
    private Path launcher() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path script = Files.writeString(
                directory.resolve("launcher"),
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' " + Main.class.getName() + " \"$@\"\n",
                StandardCharsets.UTF_8);
        executable(script);
        return script;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Map<String, Object> inputs() {
        return object(action.get("inputs"));
    }

    private List<?> steps() {
        return (List<?>) object(action.get("runs")).get("steps");
    }

    private static Object yaml(String name) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ROOT.resolve(name)));
    }

    @SuppressWarnings("unchecked") // keys of these files are strings
    private static Map<String, Object> object(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static String text(Map<String, Object> object, String key) {
        return object.getOrDefault(key, "").toString();
    }
}
