package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.AssetName;
import io.mediapreflight.audit.AuditEntry;
import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.report.MediumResult;
import io.mediapreflight.report.RequestResult;
import io.mediapreflight.report.Result;
import io.mediapreflight.report.SourceName;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of what an audit tells what the reports tell, with what a baseline accepts of it. */
final class AuditResults {
    private final Baseline baseline;

    AuditResults(Baseline baseline) {
        this.baseline = baseline;
    }

    Result of(AuditEntry.Medium medium) {
        SourceName source = source(medium.name());
        return medium.skipped()
                ? Result.skipped(source, medium.verdict())
                : new Result(
                        source,
                        medium.verdict(),
                        false,
                        accepted(medium.name().text(), medium.verdict().findings()));
    }

    RequestResult of(AuditEntry.Request request) {
        List<MediumResult> media = new ArrayList<>();
        add(media, Slot.IMAGE, request.image());
        add(media, Slot.VIDEO, request.video());
        return new RequestResult(
                source(request.name()),
                request.findings(),
                media,
                request.elapsedNanos(),
                request.row(),
                request.id(),
                accepted(key(request), request.findings()),
                request.advice());
    }

    private void add(List<MediumResult> media, Slot slot, Optional<AuditEntry.Medium> medium) {
        medium.ifPresent(each -> media.add(new MediumResult(RequestField.urlPath(slot, 0), of(each))));
    }

    /** What a baseline calls a request: a row by the id that its author gave it, which stays when rows are added above. */
    static String key(AuditEntry.Request request) {
        return request.row().isEmpty()
                ? request.name().text()
                : request.name().text()
                        + request.id()
                                .map("#"::concat)
                                .orElseGet(() -> ":" + request.row().getAsLong());
    }

    private static SourceName source(AssetName name) {
        return name.root().isPresent() ? SourceName.within(name.root().get(), name.text()) : SourceName.of(name.text());
    }

    private Map<Finding, Acceptance> accepted(String source, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Map.of();
        }
        Map<Finding, Acceptance> accepted = new HashMap<>();
        for (Finding finding : findings) {
            baseline.of(source, finding).ifPresent(acceptance -> accepted.put(finding, acceptance));
        }
        return accepted;
    }
}
