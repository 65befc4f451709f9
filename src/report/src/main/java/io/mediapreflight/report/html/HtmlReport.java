package io.mediapreflight.report.html;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.Tool;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of HTML for people, which needs nothing beside it and fetches nothing: what it came to, plots beside the limits, and a
 * table of the worst results that sorts, filters and copies commands. It is at most 3 MB without thumbnails, however many results there
 * are; the rest is counted. All of it is written at the end.
 */
public final class HtmlReport implements Report {
    /** What the rows and the texts in them may take of those 3 MB; the plots, the style and the scripts take the rest. */
    private static final int MAX_BYTES = 2_200_000;

    private final OutputStream out;
    private final Tool tool;
    private final Optional<String> table;
    private final Thumbnails thumbnails;
    private final RowMaker maker;
    private final WorstRows rows = new WorstRows();
    private Limits limits = Limits.klingV3MotionControl();
    private Plots plots = new Plots(limits);

    /** Writes to this stream, which it neither flushes nor closes; without thumbnails. */
    public HtmlReport(OutputStream out, Tool tool) {
        this(out, tool, Optional.empty(), Optional.empty());
    }

    /**
     * The same with what is beside it.
     *
     * @param table the name of a file with all results, as a person may be shown it
     * @param thumbnailer makes small images of the media in the table
     */
    public HtmlReport(OutputStream out, Tool tool, Optional<String> table, Optional<Thumbnailer> thumbnailer) {
        this.out = out;
        this.tool = tool;
        this.table = table;
        this.thumbnails = new Thumbnails(thumbnailer);
        this.maker = new RowMaker(thumbnailer.isPresent());
    }

    @Override
    public void begin(Limits value) {
        limits = value;
        plots = new Plots(value);
    }

    @Override
    public void add(Verdict verdict) {
        FigureSink figures = FigureSink.of(verdict);
        Label label = new Label(verdict.source(), Optional.empty());
        if (!verdict.skipped()) {
            plots.add(verdict, figures, label);
            for (MediaVerdict media : verdict.media()) {
                plots.add(media, FigureSink.of(media), new Label(media.source(), Optional.of(label)));
            }
        }
        int rank = WorstRows.rank(verdict);
        if (rows.wants(rank)) {
            rows.add(rank, maker.row(verdict, figures, label));
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        Texts texts = new Texts();
        List<Row> worst = rows.worstFirst();
        List<String> shown = new ArrayList<>();
        int bytes = 0;
        for (Row row : worst) {
            String json = row.json(texts, Optional.empty());
            bytes += PageJson.bytes(json) + 2;
            if (bytes + texts.bytes() > MAX_BYTES) {
                break;
            }
            row.label().placeAt(shown.size());
            shown.add(json);
        }
        List<Optional<byte[]>> images = thumbnails.of(summary.complete() ? worst.subList(0, shown.size()) : List.of());
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).isPresent()) {
                shown.set(i, worst.get(i).json(texts, images.get(i)));
            }
        }
        PageData data = new PageData(summary, limits, tool);
        String page = Page.filled(data::word, data.parts(shown.size(), table, json(data, texts, shown)));
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that the scripts show. */
    private String json(PageData data, Texts texts, List<String> shown) {
        PageJson json = new PageJson().startObject();
        data.write(json);
        json.key("plots");
        plots.write(json, texts);
        json.key("rows").startArray();
        shown.forEach(json::line);
        json.endArray();
        texts.write(json);
        return json.endObject().toString();
    }
}
