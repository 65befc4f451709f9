package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.contender.Media;
import io.mediapreflight.benchmarks.sample.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Results as files: JSON, tables, plots; the kept ones go into the benchmarks' README, too. */
final class Publication {
    private static final String BEGIN = "<!-- figures: written by the comparison, from results/ -->\n";
    private static final String END = "<!-- end of the figures -->\n";

    private final Results results;
    private final boolean areSamples;

    /** Publishes results; {@code areSamples} is whether they are of our samples, which have targets. */
    Publication(Results results, boolean areSamples) {
        this.results = results;
        this.areSamples = areSamples;
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        results.write(directory.resolve(results.version() + ".json"));
        plot(directory, Media.IMAGES, "images");
        plot(directory, Media.VIDEOS, "videos");
        String report = report();
        System.out.println(report);
        if (directory.toAbsolutePath().normalize().equals(Comparison.results())) {
            Path readme = Testdata.repository().resolve("benchmarks/README.md");
            Files.writeString(readme, inserted(Files.readString(readme)));
            System.out.println("written: " + directory + ", and the figures of " + readme);
        } else {
            Files.writeString(directory.resolve("report.md"), report);
            System.out.println("written: " + directory);
        }
    }

    private void plot(Path directory, Set<Media> media, String name) throws IOException {
        if (!results.files(media).isEmpty()) {
            String svg = new Plot(results, media).svg("What it costs to get facts of " + name);
            Files.writeString(directory.resolve(name + ".svg"), svg);
        }
    }

    /** A page with the figures of these results between its marks. */
    String inserted(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no place for the figures");
        }
        return page.substring(0, begin) + BEGIN + report() + page.substring(end);
    }

    /** All tables under their headings. */
    String report() {
        Tables tables = new Tables(results);
        StringBuilder report = new StringBuilder();
        report.append(machine());
        if (areSamples) {
            section(report, "Targets", "", new Targets(results).table());
        }
        kind(report, tables, Media.IMAGES, "Images");
        kind(report, tables, Media.VIDEOS, "Videos");
        section(report, "What each reports", "", tables.reports());
        section(report, "By two threads at a time", "Quartiles in brackets.\n\n", tables.twoThreads());
        section(report, "Many files", "", tables.audit());
        if (!results.processes().isEmpty()) {
            section(report, "One file, the whole process", "", tables.processes());
        }
        return report.append('\n').toString();
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "\nVersion %s on %s, %d processors, %s. When the run began, %.1f processes ran or waited.\n",
                results.version(),
                results.machine().system(),
                results.machine().processors(),
                results.machine().java(),
                results.machine().load());
    }

    private void kind(StringBuilder report, Tables tables, Set<Media> media, String heading) {
        if (results.files(media).isEmpty()) {
            return;
        }
        String plot = "![" + heading + "](results/" + heading.toLowerCase(Locale.ROOT) + ".svg)\n\n";
        section(report, heading, areSamples ? plot : "", tables.multiples(media));
        report.append("\nAllocated by Java for one file, and reads of it:\n\n").append(tables.allocations(media));
    }

    private static void section(StringBuilder report, String heading, String before, String table) {
        if (!table.isEmpty()) {
            report.append("\n### ")
                    .append(heading)
                    .append("\n\n")
                    .append(before)
                    .append(table);
        }
    }
}
