package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.compare.Results.Figure;
import io.mediapreflight.benchmarks.contender.Floor;
import io.mediapreflight.benchmarks.contender.Media;
import io.mediapreflight.benchmarks.contender.PreflightCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A dot plot in SVG: a row for each contender, a dot for each file with its quartiles as a line, on a logarithmic axis of multiples of
 * the floor. Colours follow the reader's choice of a light or dark page.
 */
final class Plot {
    private static final int WIDTH = 880;
    private static final int LEFT = 290;
    private static final int RIGHT = 36;
    private static final int ROW = 22;
    private static final int LEGEND_ROW = 18;
    private static final int DECADES_BELOW = 1; // stat and open are cheaper than the floor

    private static final String STYLE = """
            <style>
            text{font:12px system-ui,sans-serif;fill:#24292f}.strong{font-weight:700}.faint{fill:#57606a}
            .title{font-size:14px;font-weight:700}
            line{stroke:#d0d7de}.floor{stroke:#57606a;stroke-dasharray:4 3}.range{stroke-width:2;stroke-opacity:.5}
            .row{fill:#ddf4ff}
            .c0{fill:#0969da;stroke:#0969da}.c1{fill:#bc4c00;stroke:#bc4c00}.c2{fill:#1a7f37;stroke:#1a7f37}
            .c3{fill:#8250df;stroke:#8250df}.c4{fill:#bf3989;stroke:#bf3989}.c5{fill:#9a6700;stroke:#9a6700}
            .c6{fill:#57606a;stroke:#57606a}
            @media(prefers-color-scheme:dark){text{fill:#e6edf3}.faint{fill:#9198a1}line{stroke:#3d444d}
            .floor{stroke:#9198a1}.row{fill:#13315c}
            .c0{fill:#58a6ff;stroke:#58a6ff}.c1{fill:#ffa657;stroke:#ffa657}.c2{fill:#56d364;stroke:#56d364}
            .c3{fill:#d2a8ff;stroke:#d2a8ff}.c4{fill:#ff9bce;stroke:#ff9bce}.c5{fill:#e3b341;stroke:#e3b341}
            .c6{fill:#9198a1;stroke:#9198a1}}
            </style>
            """;

    private static final int COLOURS = 7;

    private final Results results;
    private final List<String> files;
    private final List<String> contenders;
    private final int decades;
    private final int top;
    private final StringBuilder svg = new StringBuilder();

    Plot(Results results, Set<Media> media) {
        this.results = results;
        this.files = results.files(media);
        this.contenders = results.contenders(media).stream()
                .sorted(Comparator.comparingDouble(this::middle))
                .toList();
        double max =
                figures().mapToDouble(figure -> figure.multiple().upper()).max().orElse(1);
        this.decades = (int) Math.ceil(Math.log10(max));
        this.top = 52 + LEGEND_ROW * ((files.size() + 1) / 2);
    }

    private Stream<Figure> figures() {
        return files.stream()
                .flatMap(file -> contenders.stream().flatMap(contender -> results.figure(file, contender).stream()));
    }

    private double middle(String contender) {
        return files.stream()
                .flatMap(file -> results.figure(file, contender).stream())
                .mapToDouble(figure -> Math.log(figure.multiple().median()))
                .average()
                .orElse(0);
    }

    String svg(String title) {
        int bottom = top + ROW * contenders.size();
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s\">\n%s",
                WIDTH, bottom + 44, WIDTH, title, STYLE);
        add("<text class=\"title\" x=\"12\" y=\"22\">%s</text>\n", title);
        legend();
        rows();
        axis(bottom);
        dots();
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        for (int i = 0; i < files.size(); i++) {
            double x = 16 + (i % 2) * (WIDTH / 2.0);
            double y = 42 + LEGEND_ROW * (i / 2);
            add("<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>", i % COLOURS, x, y - 4);
            add("<text x=\"%.1f\" y=\"%.1f\">%s</text>\n", x + 10, y, escaped(files.get(i)));
        }
    }

    private void rows() {
        for (int i = 0; i < contenders.size(); i++) {
            String contender = contenders.get(i);
            boolean isOurs = contender.equals(PreflightCheck.NAME);
            if (isOurs) {
                add(
                        "<rect class=\"row\" x=\"6\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>",
                        top + ROW * i, WIDTH - 12, ROW);
            }
            add(
                    "<text class=\"%s\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
                    isOurs ? "strong" : "", LEFT - 12, centre(i) + 4, escaped(contender));
        }
    }

    private void axis(int bottom) {
        for (int decade = -DECADES_BELOW; decade <= decades; decade++) {
            double x = x(Math.pow(10, decade));
            add("<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", x, top, x, bottom);
            String label = label(decade);
            add("<text class=\"faint\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s×</text>\n", x, bottom + 16, label);
        }
        add("<line class=\"floor\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>\n", x(1), top, x(1), bottom);
        add(
                "<text class=\"faint\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">multiples of the floor (%s), logarithmic; lower is better</text>\n",
                (LEFT + WIDTH - RIGHT) / 2.0, bottom + 36, escaped(Floor.ONE_READ));
    }

    private static String label(int decade) {
        return switch (decade) {
            case -1 -> "0.1";
            case 0, 1, 2 -> String.valueOf((int) Math.pow(10, decade));
            case 3, 4, 5 -> (int) Math.pow(10, decade - 3) + "k";
            default -> (int) Math.pow(10, decade - 6) + "M";
        };
    }

    private void dots() {
        for (int row = 0; row < contenders.size(); row++) {
            for (int i = 0; i < files.size(); i++) {
                Optional<Figure> figure = results.figure(files.get(i), contenders.get(row));
                // A little apart, so that equal figures do not hide each other.
                double y = centre(row) + (i - (files.size() - 1) / 2.0) * 2;
                if (figure.isPresent()) {
                    dot(figure.get().multiple(), y, i % COLOURS);
                }
            }
        }
    }

    private void dot(Quartiles multiple, double y, int colour) {
        add(
                "<line class=\"range c%d\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                colour, x(multiple.lower()), y, x(multiple.upper()), y);
        add("<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.6\"/>\n", colour, x(multiple.median()), y);
    }

    private double centre(int row) {
        return top + ROW * (row + 0.5);
    }

    private double x(double multiple) {
        double part = (Math.log10(multiple) + DECADES_BELOW) / (decades + DECADES_BELOW);
        return LEFT + Math.max(0, part) * (WIDTH - LEFT - RIGHT);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
