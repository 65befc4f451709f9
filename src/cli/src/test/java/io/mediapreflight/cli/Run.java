package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What one run of the program, in this very process, came to.
 *
 * @param code the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int code, String out, String err) {
    private static final Path DIRECTORY =
            Path.of(System.getProperty("basedir", "."), "..", "..", "testdata").normalize();

    /** The path of a sample. */
    public static String sample(String name) {
        return DIRECTORY.resolve(name).toString();
    }

    public static Run of(String... args) {
        return with(new ByteArrayInputStream(new byte[0]), args);
    }

    public static Run with(InputStream in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return with(in, out, args).and(out);
    }

    /** In an environment of the test's own. */
    public static Run in(TestEnvironment environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(new byte[0]);
        int code = Main.run(args, new Console(in, out, err, false, finish -> {}, environment));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** With a standard output of the test's own. */
    public static Run with(InputStream in, OutputStream out, String... args) {
        return with(in, out, false, finish -> {}, args);
    }

    public static Run with(
            InputStream in, OutputStream out, boolean coloured, Console.Interruption interruption, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, new Console(in, out, err, coloured, interruption));
        return new Run(code, "", err.toString(StandardCharsets.UTF_8));
    }

    private Run and(ByteArrayOutputStream written) {
        return new Run(code, written.toString(StandardCharsets.UTF_8), err);
    }
}
