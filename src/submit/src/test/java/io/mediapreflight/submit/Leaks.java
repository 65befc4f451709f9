package io.mediapreflight.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Gathers whatever is printed, logged, thrown and returned, and looks for a key in it. */
final class Leaks {
    private static final Logger ROOT = Logger.getLogger("");

    private final ApiKey key;
    private final Queue<String> gathered = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Level level = ROOT.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            gathered.add(String.valueOf(logged.getMessage()));
            if (logged.getThrown() != null) {
                saw(logged.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Leaks(ApiKey key) {
        this.key = key;
    }

    void watch() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(handler);
    }

    /** An object that is returned or thrown. */
    void saw(Object object) {
        gathered.add(String.valueOf(object));
        if (object instanceof Submission.Unanswered unanswered) {
            gathered.add(unanswered.rawBody().orElse(""));
        }
        if (object instanceof Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            gathered.add(trace.toString());
        }
    }

    String everything() {
        return String.join("\n", gathered) + printed.toString(StandardCharsets.UTF_8);
    }

    void assertNone() {
        System.setOut(out);
        System.setErr(err);
        ROOT.setLevel(level);
        ROOT.removeHandler(handler);
        assertThat(everything()).doesNotContain(key.text());
    }
}
