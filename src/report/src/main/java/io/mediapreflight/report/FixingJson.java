package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Shape;
import java.util.Optional;

/** What became of fixing a file, as keys of its result. */
final class FixingJson {
    private FixingJson() {}

    /** The plan that was carried out, or would be; that of a check where there is neither. */
    static Optional<PrintedPlan> plan(MediaVerdict verdict, Fixing fixing) {
        if (fixing instanceof Fixing.Fixed fixed) {
            return fixed.command().map(command -> plan(fixed.plan(), command));
        }
        if (fixing instanceof Fixing.Planned planned) {
            return planned.command().map(command -> plan(planned.plan(), command));
        }
        return fixing instanceof Fixing.NotFixed
                ? Optional.empty()
                : PrintedPlan.of(verdict.plan(Shape.PAD), verdict.source());
    }

    private static PrintedPlan plan(FixPlan.Ready plan, FixCommand command) {
        return new PrintedPlan(PrintedPlan.words(plan.steps()), command);
    }

    /** Nothing where nothing was to be done. */
    static void write(JsonOutput json, Fixing fixing) {
        if (fixing instanceof Fixing.Fixed fixed) {
            json.startObject("fixed");
            JsonDocument.writeMembers(json, fixed.copy());
            json.endObject();
        } else if (fixing instanceof Fixing.Copied copied) {
            json.put("copied", copied.copy().text());
        } else if (fixing instanceof Fixing.NotFixed not) {
            json.put("fixError", not.reason().toString());
        }
    }
}
