package io.mediapreflight.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.example.uploads.SampleApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sample service in a process of its own with a heap of 256 MB, and 200 uploads at once of 1 to 90 MB. */
@Tag("heavy")
class ManyUploadsTest {
    private static final int UPLOADS = 200;
    private static final long MEGABYTE = 1_000_000;
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final List<String> FILES = List.of(
            "exactly-10s.mp4",
            "exactly-30s.mp4",
            "too-long-30.1s.mp4",
            "too-small-320x240.mp4",
            "clip-4s-moov-at-end.mp4");

    private final Preflight preflight = Preflight.standard();

    @Test
    void each_upload_is_answered_and_judged_as_a_check_judges_it() throws Exception {
        Process service = start();
        try {
            int port = port(service);
            List<PaddedFile> uploads = uploads();
            long checked = nanosOf(port, "/videos", uploads, true);
            long unchecked = nanosOf(port, "/unchecked", uploads, false);
            System.out.printf(
                    "uploads: %d of 1 to 90 MB at once, checked in %.2f of the time that the same controller takes without the check%n",
                    UPLOADS, (double) checked / unchecked);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SampleApplication.class.getName(),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--server.tomcat.threads.max=250",
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .start();
    }

    /** What it prints after that is read, too, so that it never waits for a reader. */
    private static int port(Process service) throws IOException {
        BufferedReader output = service.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                Thread reader = new Thread(() -> output.lines().forEach(ignored -> {}));
                reader.setDaemon(true);
                reader.start();
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IOException("the service did not start");
    }

    private static List<PaddedFile> uploads() throws IOException {
        Random random = new Random(19);
        List<PaddedFile> uploads = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            Path file = Client.TESTDATA.resolve(FILES.get(i % FILES.size()));
            uploads.add(PaddedFile.of(file, MEGABYTE + random.nextLong(89 * MEGABYTE)));
        }
        return uploads;
    }

    private long nanosOf(int port, String path, List<PaddedFile> uploads, boolean isChecked) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(UPLOADS);
        try {
            long start = System.nanoTime();
            List<Future<EarlyResponse>> responses = new ArrayList<>();
            for (PaddedFile upload : uploads) {
                responses.add(clients.submit(() -> EarlyResponse.to(port, path, upload)));
            }
            for (int i = 0; i < UPLOADS; i++) {
                String text = responses.get(i).get().text();
                assertThat(text).startsWith("HTTP/1.1 " + (isChecked ? expectedStatus(uploads.get(i)) : 200));
            }
            return System.nanoTime() - start;
        } finally {
            clients.shutdownNow();
        }
    }

    private int expectedStatus(PaddedFile upload) {
        MediaVerdict verdict = preflight.check(
                upload.source(), Subject.video(Orientation.VIDEO).declaredAs("video/mp4"));
        return verdict.passed() ? 200 : 422;
    }
}
