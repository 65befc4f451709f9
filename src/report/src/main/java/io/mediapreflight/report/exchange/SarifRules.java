package io.mediapreflight.report.exchange;

import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of a run in the order of their entries: the built-in ones, all advice, and the caller's own as they are met. */
final class SarifRules {
    private final List<RuleDescription> own = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private Limits limits = Limits.klingV3MotionControl();

    SarifRules() {
        for (RuleId rule : RuleId.values()) {
            indexes.put(rule.id(), indexes.size());
        }
        for (AdviceId advice : AdviceId.values()) {
            indexes.put(advice.id(), indexes.size());
        }
    }

    void judgedBy(Limits value) {
        limits = value;
    }

    int indexOf(RuleDescription rule) {
        Integer known = indexes.get(rule.id());
        if (known != null) {
            return known;
        }
        int index = indexes.size();
        indexes.put(rule.id(), index);
        own.add(rule);
        return index;
    }

    int indexOf(AdviceId advice) {
        return indexes.getOrDefault(advice.id(), 0);
    }

    void write(JsonOutput json) {
        json.startArray("rules");
        for (RuleId rule : RuleId.values()) {
            write(json, rule);
        }
        for (AdviceId advice : AdviceId.values()) {
            entry(json, advice.id(), advice.title(), advice.remedy(), "note");
        }
        own.forEach(rule -> write(json, rule));
        json.endArray();
    }

    private void write(JsonOutput json, RuleDescription rule) {
        Phrase help =
                Phrase.of("report:sarif.help").with("limit", rule.bound(limits)).with("fix", rule.remedy());
        entry(json, rule.id(), rule.title(), help.toString(), SarifReport.level(Outcome.FAIL));
    }

    private static void entry(JsonOutput json, String id, String title, String help, String level) {
        json.startObject();
        json.put("id", id);
        text(json, "shortDescription", title);
        text(json, "fullDescription", title);
        text(json, "help", help);
        json.startObject("defaultConfiguration");
        json.put("level", level);
        json.endObject();
        json.endObject();
        json.endLine();
    }

    private static void text(JsonOutput json, String key, String text) {
        json.startObject(key);
        json.put("text", text);
        json.endObject();
    }
}
