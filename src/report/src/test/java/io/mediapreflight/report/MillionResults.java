package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.report.exchange.GithubReport;
import io.mediapreflight.report.exchange.JunitReport;
import io.mediapreflight.report.exchange.MarkdownReport;
import io.mediapreflight.report.exchange.SarifReport;
import io.mediapreflight.report.html.HtmlReport;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Writes a report of so many results in every form, in a process whose memory a test bounds, and prints how large each was. */
final class MillionResults {
    private static final Tool TOOL = new Tool("preflight", "1.2.3");

    private MillionResults() {}

    static Map<String, Function<OutputStream, Report>> forms() {
        Map<String, Function<OutputStream, Report>> forms = new LinkedHashMap<>();
        forms.put("text", out -> new AuditTextReport(out, TextReport.Style.PLAIN));
        forms.put("json", out -> new JsonReport(out, TOOL));
        forms.put("jsonl", JsonlReport::new);
        forms.put("csv", CsvTable::commas);
        forms.put("junit", out -> new JunitReport(out, TOOL, true));
        forms.put("sarif", out -> new SarifReport(out, TOOL));
        forms.put("github", GithubReport::new);
        forms.put("markdown", out -> new MarkdownReport(out, TOOL));
        forms.put("html", out -> new HtmlReport(out, TOOL));
        return forms;
    }

    public static void main(String[] args) throws IOException {
        long count = Long.parseLong(args[0]);
        for (Map.Entry<String, Function<OutputStream, Report>> form : forms().entrySet()) {
            long start = System.nanoTime();
            Counter counter = new Counter();
            write(form.getValue(), counter, count);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println(form.getKey() + " " + counter.bytes + " bytes " + millis + " ms");
        }
    }

    private static void write(Function<OutputStream, Report> form, Counter counter, long count) throws IOException {
        MediaVerdict[] samples = {
            SampleResults.of("photo-small.jpg"),
            SampleResults.of("too-tall-300x900.jpg"),
            SampleResults.of("sound-longer-than-picture.mp4"),
            SampleResults.of("clip-4s-faststart.mp4")
        };
        try (OutputStream out = new BufferedOutputStream(counter)) {
            Report report = form.apply(out);
            Tally tally = new Tally();
            report.begin(Limits.klingV3MotionControl());
            for (long i = 0; i < count; i++) {
                MediaVerdict verdict = samples[(int) (i % samples.length)].named(
                        SourceName.within("media", "shots/day " + i / 1000 + "/take-" + i + ".mp4"));
                report.add(verdict);
                tally.add(verdict);
            }
            report.end(tally.summary(Duration.ofSeconds(1), true));
        }
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] written, int from, int length) {
            bytes += length;
        }
    }
}
