package io.mediapreflight.cli.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.cli.check.FfmpegSession;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.options.DeepOptions;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.report.Fixing;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what would be done. FFmpeg is asked about files of which the headers do not say enough. */
final class DryRun implements Copying {
    private final Preflight preflight;
    private final FixOptions plans;
    private final boolean overwrite;
    private final int jobs;
    private final Originals originals;
    private final Diagnostics diagnostics;
    private final Set<Path> missing = new HashSet<>();
    private Optional<FfmpegSession> ffmpeg = Optional.empty();

    DryRun(FixingOptions options, Preflight preflight, Originals originals, Diagnostics diagnostics) {
        this.preflight = preflight;
        this.plans = new FixOptions(options.copies().shape(), options.copies().strip());
        this.overwrite = options.copies().overwrite();
        this.jobs = options.jobs();
        this.originals = originals;
        this.diagnostics = diagnostics;
    }

    @Override
    public Fixing write(MediaVerdict original, Path stem) throws IOException, OutputException {
        FixPlan plan = original.plan(plans);
        if (plan instanceof FixPlan.NeedsExamination) {
            plan = examined(original).plan(plans);
        }
        if (plan instanceof FixPlan.Ready ready) {
            return planned(original, ready, stem);
        }
        if (plan instanceof FixPlan.Impossible impossible) {
            return new Fixing.NotFixed(impossible.reason());
        }
        return plan instanceof FixPlan.NeedsExamination unknown
                ? new Fixing.NotFixed(unknown.reason())
                : new Fixing.NotNeeded();
    }

    private Fixing planned(MediaVerdict original, FixPlan.Ready plan, Path stem) {
        Path copy = PathNames.path(
                PathNames.text(stem) + "." + plan.format().extensions().get(0));
        if (!overwrite && Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
            return new Fixing.NotFixed(Work.exists(copy));
        }
        sayMissing(copy.toAbsolutePath().getParent());
        return new Fixing.Planned(plan, FixCommand.of(plan, original.source(), PathNames.text(stem)));
    }

    /** A run makes the directory; a command that is pasted does not. */
    private synchronized void sayMissing(@Nullable Path directory) {
        if (directory != null && !Files.isDirectory(directory) && missing.add(directory)) {
            diagnostics.say(Phrase.of("cli:no-directory-yet")
                    .with("path", VisibleSource.of(SourceName.of(PathNames.text(directory)))));
        }
    }

    private MediaVerdict examined(MediaVerdict original) throws IOException, OutputException {
        try (Originals.Original opened = originals.open(original.source())) {
            return ffmpeg().with(preflight).check(opened.file(), original.subject());
        }
    }

    private synchronized FfmpegSession ffmpeg() throws OutputException {
        if (ffmpeg.isEmpty()) {
            DeepOptions deep = new DeepOptions(Optional.of(Depth.ENDS), false);
            ffmpeg = Optional.of(FfmpegSession.open(deep, preflight.limits(), jobs, Optional.empty(), diagnostics));
        }
        return ffmpeg.get();
    }

    @Override
    public synchronized void close() {
        ffmpeg.ifPresent(FfmpegSession::close);
    }
}
