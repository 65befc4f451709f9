package io.mediapreflight.cli.check;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.AuditListener;
import io.mediapreflight.audit.AuditRun;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.options.JudgingOptions;
import io.mediapreflight.cli.output.ReportSession;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A directory among the arguments of a check: everything below it is judged as in an audit, in the same order. */
final class CheckedDirectory {
    private final String name;
    private final Preflight preflight;
    private final JudgingOptions options;
    private final FfmpegSession ffmpeg;
    private final Diagnostics diagnostics;

    CheckedDirectory(
            String name, Preflight preflight, JudgingOptions options, FfmpegSession ffmpeg, Diagnostics diagnostics) {
        this.name = name;
        this.preflight = preflight;
        this.options = options;
        this.ffmpeg = ffmpeg;
        this.diagnostics = diagnostics;
    }

    /** Whether a directory is called so. */
    static boolean isNamed(String name) {
        try {
            return !name.isEmpty() && Files.isDirectory(PathNames.path(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Judges what is below it; returns whether any report takes another result. */
    boolean judge(ReportSession session) {
        Deque<String> left = new ArrayDeque<>(List.of(name));
        NamedAssets assets = NamedAssets.of(() -> Optional.ofNullable(left.poll()), Selection.standard());
        Listener listener = judge(assets, session, Runtime.getRuntime().availableProcessors());
        sayWhatWasLeftOut(assets.notFollowed(), listener);
        return listener.wanted;
    }

    /** The same for what is below a prefix in a store. */
    boolean judge(Assets objects, ReportSession session) {
        Listener listener = judge(objects, session, ObjectOptions.IN_FLIGHT);
        sayWhatWasLeftOut(0, listener);
        return listener.wanted;
    }

    private Listener judge(Assets assets, ReportSession session, int threads) {
        Audit.Builder builder =
                Audit.builder(preflight).subject(options.subject()).threads(threads);
        if (ffmpeg.isAsked()) {
            // One process of FFmpeg serves a check, and has its own time; this is for the rest, its start among it.
            builder.threads(1).budget(ffmpeg.fileTime().plus(Audit.DEFAULT_BUDGET));
        }
        AuditRun run = builder.build().over(assets);
        Listener listener = new Listener(run, session);
        try {
            run.report(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // names of the command line cannot break off
        }
        return listener;
    }

    private void sayWhatWasLeftOut(long notFollowed, Listener listener) {
        if (options.report().quiet() || !listener.wanted) {
            return;
        }
        if (listener.judged == 0) {
            diagnostics.say(
                    Phrase.of("cli:no-media-below").with("directory", name).with("count", listener.skipped));
        }
        if (notFollowed > 0) {
            diagnostics.say(Phrase.of("cli:links-not-followed").with("count", notFollowed));
        }
    }

    /** Hands every verdict on. What is no media is counted, and listed on demand only. */
    private static final class Listener implements AuditListener {
        private final AuditRun run;
        private final ReportSession session;
        private long judged;
        private long skipped;
        private boolean wanted = true;

        Listener(AuditRun run, ReportSession session) {
            this.run = run;
            this.session = session;
        }

        @Override
        public void add(Verdict verdict) {
            skipped += verdict.skipped() ? 1 : 0;
            judged += verdict.skipped() ? 0 : 1;
            wanted = session.add(verdict);
            if (!wanted) {
                run.cancel();
            }
        }

        @Override
        public void pause() {
            session.pause();
        }
    }
}
