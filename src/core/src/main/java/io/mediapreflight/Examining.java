package io.mediapreflight;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.source.WatchedSource;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who looks behind the headers.
 *
 * @param decoder opens files with a decoder; it may read metadata, too
 * @param metadata reads metadata
 */
record Examining(Optional<Examiner> decoder, Optional<MetadataReader> metadata) {
    static final Examining NONE = new Examining(Optional.empty(), Optional.empty());

    Examining decodingWith(Examiner value) {
        return new Examining(Optional.of(value), metadata);
    }

    Examining readingWith(MetadataReader value) {
        return new Examining(decoder, Optional.of(value));
    }

    /** The result of examining a file beyond its headers; empty without an examiner, or where nothing is known that it could open. */
    Optional<Examination> examine(Path file, Inspection inspection) {
        Optional<Probed> probed = promising(inspection);
        if (probed.isEmpty() || (decoder.isEmpty() && metadata.isEmpty())) {
            return Optional.empty();
        }
        return joined(
                decoder.map(examiner -> examiner.examine(file, probed.get())),
                metadata.map(reader -> read(reader, file, probed.get())));
    }

    /** The same for bytes that lie in no file. */
    Optional<Examination> examine(Source source, Inspection inspection) {
        Optional<Probed> probed = promising(inspection);
        if (probed.isEmpty() || (decoder.isEmpty() && metadata.isEmpty())) {
            return Optional.empty();
        }
        return joined(
                decoder.map(examiner -> examiner.examine(source, probed.get())),
                metadata.map(reader -> read(reader, source, probed.get())));
    }

    /** The same for bytes at a distance, which are downloaded for a decoder; what is too large for that is not examined. */
    Optional<Examination> examine(RemoteSource source, Inspection inspection) throws IOException {
        if (decoder.isEmpty() || promising(inspection).isEmpty()) {
            return examine((Source) source, inspection);
        }
        Optional<TemporaryEntry> copy = source.toFile();
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        try (TemporaryEntry file = copy.get()) {
            return examine(file.path(), inspection);
        }
    }

    /** All that results depend on beside the file; empty where they are not to be kept. */
    Optional<String> identity() {
        Optional<String> ofDecoder = decoder.flatMap(Examiner::identity);
        Optional<String> ofMetadata = metadata.flatMap(MetadataReader::identity);
        if (decoder.isPresent() && metadata.isPresent()) {
            return ofDecoder.flatMap(one -> ofMetadata.map(other -> one + "; " + other));
        }
        return decoder.isPresent() ? ofDecoder : ofMetadata;
    }

    private static Optional<Examination> joined(Optional<Examination> decoded, Optional<Examination> read) {
        return decoded.isPresent() && read.isPresent()
                ? Optional.of(both(decoded.get(), read.get()))
                : decoded.or(() -> read);
    }

    private static Optional<Probed> promising(Inspection inspection) {
        return inspection instanceof Inspection.Seen seen && isOpened(seen.probed())
                ? Optional.of(seen.probed())
                : Optional.empty();
    }

    /** Whether there are facts, or whether none can be there since no probe reads the headers. */
    private static boolean isOpened(Probed probed) {
        return probed.facts().isPresent()
                || probed.format().filter(Format::isDecodedOnly).isPresent();
    }

    /** A file that is gone by now reveals nothing; the rules say of it what the first look found. */
    private static Examination read(MetadataReader reader, Path file, Probed probed) {
        long start = System.nanoTime();
        try (FileSource source = FileSource.open(file)) {
            return read(reader, source, probed);
        } catch (IOException e) {
            return new Examination(Optional.empty(), List.of(), System.nanoTime() - start, false);
        }
    }

    private static Examination read(MetadataReader reader, Source source, Probed probed) {
        long start = System.nanoTime();
        WatchedSource watched = new WatchedSource(source);
        List<Advice> advice = reader.read(watched, probed);
        return new Examination(Optional.empty(), advice, System.nanoTime() - start, !watched.hasFailed());
    }

    /** Where the decoder read the metadata, too, the advice of both is the same, and is given once. */
    private static Examination both(Examination decoded, Examination read) {
        List<Advice> advice = Stream.concat(decoded.advice().stream(), read.advice().stream())
                .distinct()
                .sorted(Comparator.comparing(Advice::id))
                .toList();
        return new Examination(
                decoded.decoderResult(),
                advice,
                Math.addExact(decoded.elapsedNanos(), read.elapsedNanos()),
                decoded.lasting() && read.lasting());
    }
}
