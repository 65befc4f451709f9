package io.mediapreflight.audit.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Measured;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.spec.RuleId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Findings and baselines in memory. */
final class BaselineSamples {
    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    static final String HEADER = "{\"schema\":\"preflight.baseline/2\"}\n";

    /** Where the lines of a test accept a finding, it is this one, of a.jpg. */
    static final Finding SMALL = finding(RuleId.IMAGE_DIMENSIONS, Outcome.FAIL, "299x400 px");

    private BaselineSamples() {}

    static Finding finding(RuleDescription rule, Outcome severity, String actual) {
        return Finding.of(rule, severity).measuring(List.of(Measured.name("test", actual)));
    }

    static Finding finding(RuleId rule, Outcome severity, String actual, String path) {
        return finding(rule, severity, actual).at(path);
    }

    /** A line for a.jpg with these further keys. */
    static String line(String keys) {
        return "{\"source\":\"a.jpg\",\"rule\":\"image.dimensions\",\"reason\":\"old\",\"expires\":\"2027-03-01\""
                + (keys.isEmpty() ? "" : "," + keys) + "}\n";
    }

    static Baseline baseline(String... lines) throws IOException {
        return baselineOn(TODAY, lines);
    }

    static Baseline baselineOn(LocalDate today, String... lines) throws IOException {
        byte[] text = (HEADER + String.join("", lines)).getBytes(UTF_8);
        return Baseline.read(new ByteArrayInputStream(text), today, Baseline.MAX_ENTRIES);
    }
}
