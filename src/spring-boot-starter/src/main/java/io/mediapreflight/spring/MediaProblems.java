package io.mediapreflight.spring;

import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers refused media with problem details (RFC 9457): status 422, and under {@code findings} one entry for each finding, with the rule, what was measured,
 * the bound, and what to do.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MediaProblems {
    /** An upload that was refused while it arrived. What is left of it is not read, so that the connection cannot be used again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MediaRefusedException refusal) {
        List<Map<String, Object>> findings = refusal.verdict().findings().stream()
                .map(finding -> FindingEntry.of(finding, Optional.empty()))
                .toList();
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .header(HttpHeaders.CONNECTION, "close")
                .body(problem(findings));
    }

    /** Arguments of which a constraint refused the media; errors of other constraints go along. */
    @ExceptionHandler
    ProblemDetail invalid(InvalidMediaException invalid) {
        ProblemDetail problem = problem(invalid.findings());
        if (!invalid.errors().isEmpty()) {
            problem.setProperty("errors", invalid.errors());
        }
        return problem;
    }

    private static ProblemDetail problem(List<Map<String, Object>> findings) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Phrase.of("spring:problem.detail")
                        .with("findings", findings.size())
                        .toString());
        problem.setTitle(Phrase.of("spring:problem.title").toString());
        problem.setProperty("findings", findings);
        return problem;
    }
}
