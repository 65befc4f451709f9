package io.mediapreflight.cli.compare;

import io.mediapreflight.cli.console.Version;
import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.report.Tool;
import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** For programs: one object, written as the files are compared. */
final class ComparisonJson implements ComparisonReport {
    private static final String SCHEMA = "preflight.comparison/1";

    private final JsonOutput json;
    private final List<InstalledTool> tools;

    ComparisonJson(OutputStream out, List<InstalledTool> tools) {
        this.json = JsonOutput.indented(out);
        this.tools = tools;
    }

    @Override
    public void begin() throws IOException {
        Tool self = Version.tool();
        json.startObject();
        json.put("schema", SCHEMA);
        json.startObject("tool");
        json.put("name", self.name());
        json.put("version", self.version());
        json.endObject();
        json.startObject("programs");
        for (MediaTool tool : MediaTool.values()) {
            json.startObject(tool.program());
            Optional<InstalledTool> installed =
                    tools.stream().filter(each -> each.tool() == tool).findFirst();
            json.put("installed", installed.isPresent());
            installed.ifPresent(each -> {
                json.put("version", each.version());
                json.put("path", each.path().toString());
            });
            json.endObject();
        }
        json.endObject();
        json.startArray("files");
        json.drain();
    }

    @Override
    public void add(ComparedFile file) throws IOException {
        if (file.differences().isEmpty() && file.problems().isEmpty()) {
            return;
        }
        json.startObject();
        source(file.source());
        json.startArray("differences");
        file.differences().forEach(this::write);
        json.endArray();
        json.startArray("problems");
        for (ComparedFile.Problem problem : file.problems()) {
            json.startObject();
            problem.tool().ifPresent(tool -> json.put("program", tool.program()));
            json.put("message", problem.why().toString());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.drain();
    }

    private void source(SourceName source) {
        json.put("source", source.text());
        source.exactBytes()
                .ifPresent(bytes -> json.put("sourceBytes", Base64.getEncoder().encodeToString(bytes)));
        source.root().ifPresent(root -> json.put("root", root));
    }

    private void write(Difference difference) {
        json.startObject();
        json.put("fact", difference.fact().key());
        json.put("program", difference.tool().program());
        difference.ours().ifPresent(ours -> json.put("ours", ours.text()));
        json.put("theirs", difference.theirs().text());
        difference.reason().ifPresent(reason -> json.put("reason", reason.id()));
        json.put("message", difference.text().toString());
        json.endObject();
    }

    @Override
    public void end(Tally tally) throws IOException {
        json.endArray();
        json.startObject("summary");
        json.put("files", tally.files());
        counts(tally.all());
        json.put("problems", tally.problems());
        json.startObject("facts");
        tally.counts().forEach((fact, byTool) -> {
            json.startObject(fact.key());
            byTool.forEach((tool, count) -> {
                json.startObject(tool.program());
                counts(count);
                json.endObject();
            });
            json.endObject();
        });
        json.endObject();
        json.endObject();
        json.endObject();
        json.endLine();
        json.drain();
    }

    private void counts(Tally.Count count) {
        json.put("same", count.same());
        json.put("explained", count.explained());
        json.put("unexplained", count.unexplained());
    }
}
