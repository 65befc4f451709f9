package io.mediapreflight.cli.compare;

import io.mediapreflight.json.Json;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A program that reports facts of media files as JSON: how it is called, and what its words mean here. */
enum MediaTool {
    /** Opens nothing but the file itself: neither what a playlist or a reference movie names, nor a device. */
    FFPROBE("-version") {
        @Override
        List<String> arguments(String file) {
            return List.of(
                    "-v",
                    "error",
                    "-protocol_whitelist",
                    "file",
                    "-format_whitelist",
                    FfprobeWords.DEMUXERS,
                    "-of",
                    "json",
                    "-show_entries",
                    FfprobeWords.ENTRIES,
                    "-i",
                    "file:" + file);
        }

        @Override
        Map<Fact, Said> facts(Json document) {
            return FfprobeWords.facts(document);
        }
    },
    /** Its configuration file is a program, so none is read. */
    EXIFTOOL("-ver") {
        @Override
        List<String> arguments(String file) {
            List<String> words = new ArrayList<>(List.of("-config", "", "-json", "-n", "-api", "LargeFileSupport=1"));
            ExiftoolWords.TAGS.forEach(tag -> words.add("-" + tag));
            words.add(file);
            return words;
        }

        @Override
        Map<Fact, Said> facts(Json document) {
            return ExiftoolWords.facts(document);
        }
    },
    /**
     * Files with numbers in their names are no sequence of images here. Of text it opens the files that a playlist names, which no option
     * forbids: it is asked about nothing that could be one.
     */
    MEDIAINFO("--Version") {
        @Override
        boolean takes(Optional<Format> format) {
            return format.filter(each -> each.kind() != Kind.OTHER && each != Format.SVG)
                    .isPresent();
        }

        @Override
        List<String> arguments(String file) {
            return List.of("--Output=JSON", "--File_TestContinuousFileNames=0", file);
        }

        @Override
        Map<Fact, Said> facts(Json document) {
            return MediainfoWords.facts(document);
        }
    };

    private final String versionArgument;

    MediaTool(String versionArgument) {
        this.versionArgument = versionArgument;
    }

    /**
     * Whether it is asked about a file.
     *
     * @param format by content; empty where it is unknown
     */
    boolean takes(Optional<Format> format) {
        return true;
    }

    /** The arguments for a file with an absolute path. */
    abstract List<String> arguments(String file);

    /** What it says of the facts that are compared; nothing where it could not read the file. */
    abstract Map<Fact, Said> facts(Json document);

    /** What its program is called. */
    String program() {
        return name().toLowerCase(Locale.ROOT);
    }

    String versionArgument() {
        return versionArgument;
    }
}
