package io.mediapreflight.cli.config;

import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What is in force. As text it is TOML, in which defaults are comments, as the origins are, so that it can be the start of a file.
 *
 * @param file the configuration file, where there is one
 */
record ConfigReport(Optional<String> file, List<Effective> settings) {
    private static final String SCHEMA = "preflight.config/1";

    /** A long list pushes its own comment on. */
    private static final int MAX_COLUMN = 40;

    ConfigReport {
        settings = List.copyOf(settings);
    }

    void writeText(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(
                        file.isPresent()
                                ? Phrase.of("cli:config-used").with("file", SafeText.name(file.get()))
                                : Phrase.of("cli:config-none"))
                .append('\n');
        int width = settings.stream()
                .mapToInt(setting -> assignment(setting).length())
                .filter(length -> length <= MAX_COLUMN)
                .max()
                .orElse(0);
        for (Effective setting : settings) {
            String assignment = assignment(setting);
            text.append(assignment)
                    .append(" ".repeat(Math.max(0, width - assignment.length())))
                    .append("  # ")
                    .append(origin(setting))
                    .append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String assignment(Effective setting) {
        String key = setting.setting().key();
        if (!setting.isSet()) {
            return "# " + key;
        }
        boolean isDefault = setting.origin() == Effective.Origin.DEFAULT;
        return (isDefault ? "# " : "") + key + " = " + value(setting);
    }

    private static String value(Effective setting) {
        return switch (setting.setting().kind()) {
            case LIST ->
                "["
                        + String.join(
                                ", ",
                                setting.texts().stream()
                                        .map(ConfigReport::quoted)
                                        .toList())
                        + "]";
            case BOOLEAN, INTEGER -> setting.text();
            default -> quoted(setting.text());
        };
    }

    /** As TOML has strings; what does not show is spelt out. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').appendCodePoint(each);
            } else if (SafeText.isHidden(each)) {
                quoted.append(String.format("\\U%08X", each));
            } else {
                quoted.appendCodePoint(each);
            }
        });
        return quoted.append('"').toString();
    }

    private String origin(Effective setting) {
        return switch (setting.origin()) {
            case DEFAULT ->
                Phrase.of(setting.isSet() ? "cli:config.default" : "cli:config.not-set")
                        .toString();
            case COMMAND_LINE -> Phrase.of("cli:config.command-line").toString();
            case FILE -> SafeText.name(file.orElse("")) + (setting.line() > 0 ? ":" + setting.line() : "");
        };
    }

    void writeJson(OutputStream out) throws IOException {
        JsonOutput json = JsonOutput.indented(out);
        json.startObject();
        json.put("schema", SCHEMA);
        file.ifPresent(name -> json.put("file", absolute(name)));
        json.startObject("settings");
        for (Effective setting : settings) {
            json.startObject(setting.setting().key());
            writeValue(json, setting);
            json.put("from", setting.origin().id());
            if (setting.line() > 0) {
                json.put("line", setting.line());
            }
            json.endObject();
        }
        json.endObject();
        json.endObject();
        json.endLine();
        json.drain();
    }

    private static void writeValue(JsonOutput json, Effective setting) {
        if (!setting.isSet()) {
            return;
        }
        switch (setting.setting().kind()) {
            case LIST -> json.put("value", setting.texts());
            case BOOLEAN -> json.put("value", Boolean.parseBoolean(setting.text()));
            case INTEGER -> json.put("value", Long.parseLong(setting.text()));
            default -> json.put("value", setting.text());
        }
    }

    private static String absolute(String name) {
        return SurrogateEscape.toUnicode(
                PathNames.text(PathNames.path(name).toAbsolutePath().normalize()));
    }
}
