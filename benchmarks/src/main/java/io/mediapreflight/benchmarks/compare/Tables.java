package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.compare.Results.AuditFigure;
import io.mediapreflight.benchmarks.compare.Results.Figure;
import io.mediapreflight.benchmarks.compare.Results.Report;
import io.mediapreflight.benchmarks.contender.Media;
import io.mediapreflight.benchmarks.contender.PreflightCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Results as tables in Markdown. */
final class Tables {
    private final Results results;

    Tables(Results results) {
        this.results = results;
    }

    /** Times as multiples of the floor. */
    String multiples(Set<Media> media) {
        return byFile(media, figure -> MarkdownTable.number(figure.multiple().median()));
    }

    /** Bytes that one operation allocates, and its reads. */
    String allocations(Set<Media> media) {
        return byFile(
                media,
                figure -> figure.bytes().isEmpty()
                        ? "–"
                        : MarkdownTable.bytes(figure.bytes().getAsDouble())
                                + (figure.reads().isEmpty()
                                        ? ""
                                        : ", " + Math.round(figure.reads().getAsDouble())));
    }

    private String byFile(Set<Media> media, Function<Figure, String> cell) {
        List<String> files = results.files(media);
        List<String> headings = new ArrayList<>(List.of(""));
        files.forEach(file -> headings.add("`" + file + "`"));
        MarkdownTable table = new MarkdownTable(headings);
        for (String contender : results.contenders(media)) {
            List<String> cells = new ArrayList<>(List.of(emphasised(contender, contender)));
            for (String file : files) {
                String value = results.figure(file, contender).map(cell).orElse("–");
                cells.add(emphasised(contender, value));
            }
            table.row(cells);
        }
        return table.toString();
    }

    private static String emphasised(String contender, String text) {
        return contender.equals(PreflightCheck.NAME) ? "**" + text + "**" : text;
    }

    /** A check by two threads at a time. */
    String twoThreads() {
        MarkdownTable table = new MarkdownTable(List.of("file", "by one thread", "by two"));
        for (String file : results.files(Media.ALL)) {
            List<String> cells = new ArrayList<>(List.of("`" + file + "`"));
            for (int threads = 1; threads <= 2; threads++) {
                cells.add(results.figure(file, PreflightCheck.NAME, threads)
                        .map(figure -> MarkdownTable.number(figure.multiple().median()) + " ("
                                + MarkdownTable.number(figure.multiple().lower()) + "–"
                                + MarkdownTable.number(figure.multiple().upper()) + ")")
                        .orElse("–"));
            }
            table.row(cells);
        }
        return table.toString();
    }

    /** In how many files each contender reports what a check reports. */
    String reports() {
        MarkdownTable table = new MarkdownTable(
                List.of("", "size", "rotation", "duration", "codec", "notices a missing last quarter"));
        Set<String> videos = Set.copyOf(results.files(Media.VIDEOS));
        Set<String> names =
                results.reports().stream().map(Report::contender).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String contender : names) {
            List<Report> all = results.reports().stream()
                    .filter(report -> report.contender().equals(contender))
                    .toList();
            List<Report> ofVideos = all.stream()
                    .filter(report -> videos.contains(report.file()))
                    .toList();
            List<String> cells = List.of(
                    contender,
                    share(all, Report::size),
                    share(all, Report::rotation),
                    share(ofVideos, Report::duration),
                    share(ofVideos, Report::codec),
                    share(all, Report::truncation));
            if (all.stream().anyMatch(report -> report.size() || report.truncation())) {
                table.row(
                        cells.stream().map(cell -> emphasised(contender, cell)).toList());
            }
        }
        return table.toString();
    }

    private static String share(List<Report> reports, Predicate<Report> fact) {
        long count = reports.stream().filter(fact).count();
        return count == 0 ? "–" : count == reports.size() ? "yes" : count + " of " + reports.size();
    }

    /** Programs, started for one file. */
    String processes() {
        MarkdownTable table = new MarkdownTable(List.of("command", "fastest, ms", "multiple of the empty program"));
        results.processes()
                .forEach(figure -> table.row(List.of(
                        figure.command(),
                        MarkdownTable.number(figure.millis()),
                        MarkdownTable.number(figure.multiple().median()))));
        return table.toString();
    }

    /** The audit beside the loops. */
    String audit() {
        Optional<AuditFigure> audit = results.audit();
        if (audit.isEmpty()) {
            return "";
        }
        MarkdownTable table =
                new MarkdownTable(List.of("rate of the audit", "lower quartile", "median", "upper quartile"));
        table.row(rates("of the plain loop's", audit.get().plain()));
        table.row(rates("of the lean loop's", audit.get().lean()));
        return table
                + String.format(
                        Locale.ROOT,
                        "\n%,d files, %d threads, %.1f µs a file in the fastest round.\n",
                        audit.get().files(),
                        audit.get().threads(),
                        audit.get().nanos() / 1e3);
    }

    private static List<String> rates(String of, Quartiles rate) {
        return List.of(
                of,
                MarkdownTable.number(rate.lower()),
                MarkdownTable.number(rate.median()),
                MarkdownTable.number(rate.upper()));
    }
}
