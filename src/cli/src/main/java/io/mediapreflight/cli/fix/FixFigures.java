package io.mediapreflight.cli.fix;

import io.mediapreflight.audit.Progress;
import io.mediapreflight.cli.audit.ProgressView;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How far a run is.
 *
 * @param progress of the judging, which is ahead of the fixing
 * @param counts what became of the files that are finished
 * @param running the files that are being fixed
 */
record FixFigures(Supplier<Progress> progress, FixCounts counts, Supplier<List<Running>> running)
        implements ProgressView.Figures {
    /** A terminal shows no more of them in one line. */
    private static final int MAX_SHOWN = 3;

    @Override
    public String line(double seconds) {
        Progress now = progress.get();
        StringBuilder line = new StringBuilder();
        long finished = counts.passing() + counts.fixed() + counts.notFixed();
        line.append(String.format(Locale.ROOT, "%,d/%,d", finished, now.found()));
        line.append(now.allFound() ? "" : "+");
        running.get().stream()
                .limit(MAX_SHOWN)
                .forEach(each -> line.append("  ")
                        .append(VisibleSource.of(each.source()))
                        .append(' ')
                        .append(each.percent())
                        .append('%'));
        return line.toString();
    }

    @Override
    public String json(double seconds) {
        Progress now = progress.get();
        StringBuilder json = new StringBuilder("{\"schema\":\"preflight.fix-progress/1\"");
        json.append(",\"found\":").append(now.found());
        json.append(",\"allFound\":").append(now.allFound());
        json.append(",\"passing\":").append(counts.passing());
        json.append(",\"fixed\":").append(counts.fixed());
        json.append(",\"notFixed\":").append(counts.notFixed());
        json.append(",\"running\":[");
        String separator = "";
        for (Running each : running.get()) {
            json.append(separator)
                    .append("{\"source\":")
                    .append(SafeText.json(each.source().text()))
                    .append(",\"percent\":")
                    .append(each.percent())
                    .append('}');
            separator = ",";
        }
        return json.append("],\"elapsedMicros\":")
                .append((long) (seconds * 1e6))
                .append('}')
                .toString();
    }
}
