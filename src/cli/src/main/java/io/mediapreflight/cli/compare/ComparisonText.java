package io.mediapreflight.cli.compare;

import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** For people: files with a difference, then a table of how often which program said the same. */
final class ComparisonText implements ComparisonReport {
    private static final int FACT_WIDTH = 17;
    private static final int COUNT_WIDTH = 24;

    private final OutputStream out;
    private final List<InstalledTool> tools;

    ComparisonText(OutputStream out, List<InstalledTool> tools) {
        this.out = out;
        this.tools = tools;
    }

    @Override
    public void begin() {}

    @Override
    public void add(ComparedFile file) throws IOException {
        if (file.differences().isEmpty() && file.problems().isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(VisibleSource.of(file.source())).append('\n');
        file.differences().forEach(each -> line(text, each.text()));
        file.problems()
                .forEach(each -> line(
                        text,
                        each.tool()
                                .map(tool -> Phrase.of("cli:compare.problem")
                                        .with("tool", tool.program())
                                        .with("reason", each.why()))
                                .orElse(each.why())));
        write(text);
    }

    private static void line(StringBuilder text, Phrase words) {
        text.append("  ").append(SafeText.of(words.toString())).append('\n');
    }

    @Override
    public void end(Tally tally) throws IOException {
        StringBuilder text = new StringBuilder();
        if (!tally.counts().isEmpty()) {
            table(tally, text);
        }
        Tally.Count all = tally.all();
        text.append(Phrase.of("cli:compare.summary")
                        .with("files", tally.files())
                        .with("same", all.same())
                        .with("different", all.different())
                        .with("explained", all.explained())
                        .with("unexplained", all.unexplained()))
                .append('\n');
        if (tally.problems() > 0) {
            text.append(Phrase.of("cli:compare.without-result").with("count", tally.problems()))
                    .append('\n');
        }
        write(text);
    }

    private void table(Tally tally, StringBuilder text) {
        text.append('\n').append(padded("", FACT_WIDTH));
        tools.forEach(tool -> text.append(padded(SafeText.of(tool.label()), COUNT_WIDTH)));
        text.append('\n');
        tally.counts().forEach((fact, byTool) -> {
            text.append(padded(fact.key(), FACT_WIDTH));
            tools.forEach(tool -> text.append(padded(cell(byTool, tool.tool()), COUNT_WIDTH)));
            text.append('\n');
        });
        text.append('\n');
        // No line ends with spaces.
        String clean = text.toString().lines().map(String::stripTrailing).reduce("", (all, line) -> all + line + "\n");
        text.setLength(0);
        text.append(clean);
    }

    private static String cell(Map<MediaTool, Tally.Count> byTool, MediaTool tool) {
        Tally.Count count = byTool.get(tool);
        if (count == null) {
            return "-";
        }
        return Phrase.of(count.different() == 0 ? "cli:compare.cell-same" : "cli:compare.cell")
                .with("same", count.same())
                .with("different", count.different())
                .toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private void write(StringBuilder text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
