package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.man.ManPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the manual pages of the program and of its commands into a directory; run by the build. */
public final class ManPages {
    private ManPages() {}

    /**
     * Writes them.
     *
     * @param args the directory
     */
    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, String> page : all().entrySet()) {
            Files.writeString(directory.resolve(page.getKey()), page.getValue(), StandardCharsets.US_ASCII);
        }
    }

    /** All pages by the names of their files. */
    static Map<String, String> all() {
        String version = Version.tool().toString();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("preflight.1", ManPage.ofProgram(Command.overview(), Command.ids(), version));
        Command.all()
                .forEach((command, spec) ->
                        pages.put("preflight-" + command + ".1", ManPage.of(command, spec, Command.ids(), version)));
        return pages;
    }
}
