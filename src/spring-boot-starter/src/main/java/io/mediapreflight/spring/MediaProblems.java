package io.mediapreflight.spring;

import io.mediapreflight.rule.Finding;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.validation.Violations;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * Answers refused media with problem details (RFC 9457): status 422, and under {@code findings} one entry for each finding, with the rule, what was measured,
 * the bound, and what to do. Errors that are no findings are left to other handlers.
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

    /** A constraint on a part of an argument. */
    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException invalid) throws MethodArgumentNotValidException {
        List<Map<String, Object>> findings = findings(invalid.getAllErrors());
        if (findings.isEmpty()) {
            throw invalid;
        }
        return problem(findings);
    }

    /** The same without an annotation that names the argument's source. */
    @ExceptionHandler
    ProblemDetail invalid(BindException invalid) throws BindException {
        List<Map<String, Object>> findings = findings(invalid.getAllErrors());
        if (findings.isEmpty()) {
            throw invalid;
        }
        return problem(findings);
    }

    /** A constraint on an argument itself. */
    @ExceptionHandler
    ProblemDetail invalid(HandlerMethodValidationException invalid) {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            Optional<String> name =
                    Optional.ofNullable(result.getMethodParameter().getParameterName());
            result.getResolvableErrors().stream()
                    .map(error -> result.unwrap(error, ConstraintViolation.class))
                    .flatMap(violation -> Violations.finding(violation).stream())
                    .forEach(finding -> findings.add(FindingEntry.of(finding, name)));
        }
        if (findings.isEmpty()) {
            throw invalid;
        }
        return problem(findings);
    }

    private static List<Map<String, Object>> findings(List<ObjectError> errors) {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (ObjectError error : errors) {
            if (error.contains(ConstraintViolation.class)) {
                Optional<Finding> finding = Violations.finding(error.unwrap(ConstraintViolation.class));
                @Nullable String field = error instanceof FieldError own ? own.getField() : null;
                finding.ifPresent(own -> findings.add(FindingEntry.of(own, Optional.ofNullable(field))));
            }
        }
        return findings;
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
