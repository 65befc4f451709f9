package io.mediapreflight.spring;

import io.mediapreflight.rule.Finding;
import io.mediapreflight.validation.Violations;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Invalid arguments, of whose media at least one was refused. */
final class InvalidMediaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Map<String, Object>> findings = new ArrayList<>();
    private final transient List<Map<String, Object>> errors = new ArrayList<>();

    /** Without a cause: an advice for the cause would take this, too. */
    private InvalidMediaException() {}

    /** Empty where no media were refused: then the exception is none of ours. */
    static Optional<InvalidMediaException> of(Exception cause) {
        InvalidMediaException invalid = new InvalidMediaException();
        if (cause instanceof BindException bind) {
            bind.getAllErrors().forEach(invalid::add);
        } else if (cause instanceof HandlerMethodValidationException method) {
            method.getParameterValidationResults().forEach(invalid::add);
        }
        return invalid.findings.isEmpty() ? Optional.empty() : Optional.of(invalid);
    }

    private void add(ObjectError error) {
        Optional<String> field = error instanceof FieldError own ? Optional.of(own.getField()) : Optional.empty();
        Optional<Finding> finding = error.contains(ConstraintViolation.class)
                ? Violations.finding(error.unwrap(ConstraintViolation.class))
                : Optional.empty();
        add(finding, field, error);
    }

    private void add(ParameterValidationResult result) {
        Optional<String> name = Optional.ofNullable(result.getMethodParameter().getParameterName());
        for (MessageSourceResolvable error : result.getResolvableErrors()) {
            add(Violations.finding(result.unwrap(error, ConstraintViolation.class)), name, error);
        }
    }

    private void add(Optional<Finding> finding, Optional<String> field, MessageSourceResolvable error) {
        if (finding.isPresent()) {
            findings.add(FindingEntry.of(finding.get(), field));
            return;
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        field.ifPresent(name -> entry.put("field", name));
        entry.put("message", String.valueOf(error.getDefaultMessage()));
        errors.add(entry);
    }

    /** One entry for each finding. */
    List<Map<String, Object>> findings() {
        return findings;
    }

    /** The errors of other constraints. */
    List<Map<String, Object>> errors() {
        return errors;
    }
}
