package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.contender.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that one run measured, as it is kept for each release.
 *
 * @param version of this project
 * @param machine processors, Java and the load when the run began
 * @param figures of each contender on each file, or on each format of a directory of many files
 * @param reports what each contender says of each file
 * @param processes one file checked, starting the program included
 * @param audit of many files; missing where none was measured
 */
record Results(
        String version,
        Machine machine,
        List<Figure> figures,
        List<Report> reports,
        List<ProcessFigure> processes,
        Optional<AuditFigure> audit) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Where it ran; {@code load} is the mean number of processes that ran or waited in the minute before. */
    record Machine(String system, int processors, String java, double load) {}

    /**
     * @param file or the format
     * @param threads how many checked at the same time
     * @param nanos of one file, in the fastest round
     * @param multiple of the floor's time in the same round
     * @param fastest the fastest round as a multiple of the floor's fastest
     * @param bytes allocated by Java for one file; not known of processes
     * @param reads calls of the system that read, for one file; known on Linux, and not of processes
     */
    record Figure(
            String file,
            Media media,
            String contender,
            int threads,
            double nanos,
            Quartiles multiple,
            double fastest,
            OptionalDouble bytes,
            OptionalDouble reads) {}

    /**
     * Which facts a contender reports of a file as a check does, and whether it notices when the last quarter is missing.
     *
     * @param codec whether it says one, in any words
     */
    record Report(
            String file,
            String contender,
            boolean size,
            boolean rotation,
            boolean duration,
            boolean codec,
            boolean truncation) {}

    /** A program's time, and that as a multiple of the time of an empty Java program in the same round. */
    record ProcessFigure(String command, double millis, Quartiles multiple) {}

    /** The time of a file, and the rate of the audit as a part of the rate of the plain and of the lean loop. */
    record AuditFigure(int files, int threads, double nanos, Quartiles plain, Quartiles lean) {}

    /** The figure of a contender on a file, by one thread. */
    Optional<Figure> figure(String file, String contender) {
        return figure(file, contender, 1);
    }

    Optional<Figure> figure(String file, String contender, int threads) {
        return figures.stream()
                .filter(figure -> figure.threads() == threads)
                .filter(figure ->
                        figure.file().equals(file) && figure.contender().equals(contender))
                .findFirst();
    }

    /** The files of some formats that were measured, in the order of the run. */
    List<String> files(Set<Media> media) {
        return figures.stream()
                .filter(figure -> media.contains(figure.media()))
                .map(Figure::file)
                .distinct()
                .toList();
    }

    /** Those that were measured on some formats, in the order of the run. */
    List<String> contenders(Set<Media> media) {
        return figures.stream()
                .filter(figure -> media.contains(figure.media()))
                .map(Figure::contender)
                .distinct()
                .toList();
    }

    static Results read(Path file) {
        return JSON.readValue(file.toFile(), Results.class);
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }
}
