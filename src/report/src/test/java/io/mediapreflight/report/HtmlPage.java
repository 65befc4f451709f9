package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page as two readers of others have it: one of HTML, and one of the JSON in it. */
record HtmlPage(Document document, JsonNode data) {
    static HtmlPage of(byte[] html) {
        Document document = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
        String json = document.getElementById("data").data();
        return new HtmlPage(document, JsonMapper.shared().readTree(json));
    }

    /** The policy allows what runs and paints in it, and nothing else; nothing in it is fetched. */
    void requireClosed() {
        Element script = document.select("script:not([type])").last();
        Element style = document.select("style").last();
        assertThat(document.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; script-src '" + hash(script.data()) + "'; style-src '"
                        + hash(style.data()) + "'; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(document.select("script, style")).hasSize(3);
        assertThat(document.select("[src], link, iframe, object, base, [style], [onclick], [onload], [onerror]"))
                .isEmpty();
        assertThat(document.select("[href]").eachAttr("href")).containsExactly("#files");
        assertThat(style.data()).doesNotContain("url(", "@import");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode row(int index) {
        return data.path("rows").path(index);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        data.path("rows").forEach(row -> names.add(row.path("n").asString()));
        return names;
    }

    private String text(JsonNode index) {
        return data.path("strings").path(index.asInt()).asString();
    }

    /** A text of a finding: the rule, the severity, the message, what was found, the limit, the fix, the status or the place. */
    String finding(int row, int finding, int part) {
        JsonNode parts = row(row).path("f").path(finding);
        String actual = parts.path(1).asString();
        JsonNode kind = data.path("kinds").path(parts.path(0).asInt());
        return switch (part) {
            case 0, 1, 2 -> text(kind.path(part)).replace("\uE001", actual);
            case 3 -> actual;
            case 4, 5 -> text(kind.path(part - 1));
            default -> parts.has(part - 4) ? text(parts.path(part - 4)) : "";
        };
    }

    /** Where in a request the findings of a row are. */
    List<String> places(int row) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < row(row).path("f").size(); i++) {
            places.add(finding(row, i, 7));
        }
        return places;
    }

    /** The command of a row, as its script puts it together. */
    String command(int row) {
        String name = row(row).path("n").asString();
        String stem = name.substring(0, row(row).path("k").asInt());
        String command = text(row(row).path("c").path(0));
        return stem.isEmpty() ? command : command.replace("\uE000", stem);
    }

    /** What it came to, in the words of the page. */
    String result() {
        return document.getElementById("result").text();
    }

    /** The first series of a plot. */
    JsonNode lane(String plot, int index) {
        for (JsonNode each : data.path("plots")) {
            if (each.path("id").asString().equals(plot)) {
                return each.path("lanes").path(index);
            }
        }
        throw new IllegalArgumentException(plot);
    }
}
