package io.mediapreflight.audit;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that an audit has told. */
final class Told implements AuditListener {
    private final List<Verdict> entries = new ArrayList<>();

    static Told by(Audit audit, Assets assets) throws IOException {
        Told told = new Told();
        if (!audit.over(assets).tell(told)) {
            throw new AssertionError("not everything was judged");
        }
        return told;
    }

    /** What a plain audit of a folder tells. */
    static Told of(Path root, Selection selection) throws IOException {
        return by(audit(), NamedAssets.of(List.of(root), selection));
    }

    static Told of(Path root) throws IOException {
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
