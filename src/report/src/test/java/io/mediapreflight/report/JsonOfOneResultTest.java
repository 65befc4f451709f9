package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonOfOneResultTest {
    @Test
    void a_verdict_is_the_same_json_as_its_line_in_a_report() throws IOException {
        Verdict verdict = Preflight.standard().check(BytesSource.of(new byte[9]), Subject.image().named("ä.jpg"));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        JsonlReport report = new JsonlReport(lines);
        report.begin(Limits.klingV3MotionControl());
        report.add(verdict);
        assertThat(JsonReport.toJson(verdict) + "\n")
                .startsWith("{\"schema\":\"preflight.result/1\",\"source\":\"ä.jpg\"")
                .isEqualTo(lines.toString(StandardCharsets.UTF_8));
    }
}
