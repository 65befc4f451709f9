package io.mediapreflight.audit;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that an audit has reported. */
final class Audited implements AuditListener {
    private final List<Verdict> entries = new ArrayList<>();

    static Audited by(Audit audit, Assets assets) throws IOException {
        Audited audited = new Audited();
        if (!audit.over(assets).report(audited)) {
            throw new AssertionError("not everything was judged");
        }
        return audited;
    }

    /** The results of a plain audit of a directory. */
    static Audited of(Path root, Selection selection) throws IOException {
        return by(audit(), NamedAssets.of(List.of(root), selection));
    }

    static Audited of(Path root) throws IOException {
        return of(root, Selection.standard());
    }

    static Audit audit() {
        return Audit.builder(Preflight.standard()).build();
    }

    @Override
    public void add(Verdict entry) {
        entries.add(entry);
    }

    List<Verdict> entries() {
        return entries;
    }

    List<String> names() {
        return entries.stream().map(entry -> entry.source().name()).toList();
    }

    /** Each with what became of it: {@code a.jpg pass}, {@code b.txt skipped}. */
    List<String> outcomes() {
        return entries.stream()
                .map(entry -> entry.source().name() + " " + outcome(entry))
                .toList();
    }

    static String outcome(Verdict entry) {
        return entry instanceof MediaVerdict ? entry.outcomeId() : "request";
    }

    /** Why something could not be judged. */
    String why(String name) {
        return entries.stream()
                .filter(entry -> entry.source().name().equals(name))
                .map(entry -> entry.findings().get(0).message())
                .findFirst()
                .orElseThrow();
    }
}
