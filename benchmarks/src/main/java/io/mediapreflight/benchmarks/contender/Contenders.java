package io.mediapreflight.benchmarks.contender;

import java.util.List;
import java.util.stream.Stream;

/** All that are measured, in the order of the tables; a new set for each thread. */
public final class Contenders {
    private Contenders() {}

    /** Those that run in this process: the floors, our check, the rivals. */
    public static List<Contender> inProcess() {
        Stream<Contender> rivals = Stream.concat(
                ImageIoReaders.all().stream(),
                Stream.of(
                        new MetadataExtractor(true),
                        new MetadataExtractor(false),
                        new CommonsImaging(),
                        new TikaParser(),
                        new JcodecMovie(),
                        new IsoparserMovie(),
                        new Avformat(),
                        new JavaCvGrabber()));
        return Stream.<Stream<? extends Contender>>of(Floor.all().stream(), Stream.of(new PreflightCheck()), rivals)
                .<Contender>flatMap(contenders -> contenders)
                .toList();
    }

    /** The names of all but the floors and our check. */
    public static List<String> rivals() {
        return Stream.concat(inProcess().stream(), processes().stream())
                .filter(contender -> !(contender instanceof Floor) && !(contender instanceof PreflightCheck))
                .map(Contender::name)
                .toList();
    }

    /** Programs that are installed and started for each file. */
    public static List<Contender> processes() {
        return List.copyOf(ToolProcess.installed());
    }

    /** One of all. */
    public static Contender named(String name) {
        return Stream.concat(inProcess().stream(), processes().stream())
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender is called " + name));
    }
}
