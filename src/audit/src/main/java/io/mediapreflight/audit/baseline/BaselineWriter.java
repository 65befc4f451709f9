package io.mediapreflight.audit.baseline;

import io.mediapreflight.Verdict;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a baseline that accepts the findings it is given, a line each in the order in which they come. The same findings
 * make the same bytes.
 *
 * <pre>{@code
 * BaselineWriter writer = new BaselineWriter(out, previous, "legacy import", today.plusDays(Baseline.DEFAULT_DAYS));
 * writer.begin();
 * writer.add("sub/a.jpg", finding);
 * writer.end();
 * }</pre>
 */
public final class BaselineWriter {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final OutputStream out;
    private final Baseline previous;
    private final String reason;
    private final LocalDate expires;
    private final int maxEntries;
    private final JsonGenerator json;
    private int entries;
    private long findings;

    /**
     * @param out flushed at the end; the caller's to close
     * @param previous what it accepts and is in force keeps its reason and its last day
     * @param reason of every other finding
     * @param expires the last day of every other finding
     */
    public BaselineWriter(OutputStream out, Baseline previous, String reason, LocalDate expires) {
        this(out, previous, reason, expires, Baseline.MAX_ENTRIES);
    }

    BaselineWriter(OutputStream out, Baseline previous, String reason, LocalDate expires, int maxEntries) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an acceptance needs a reason");
        }
        this.out = out;
        this.previous = previous;
        this.reason = reason;
        this.expires = expires;
        this.maxEntries = maxEntries;
        this.json =
                JsonFactory.builder().rootValueSeparator("").build().createGenerator(ObjectWriteContext.empty(), line);
    }

    /** Writes what comes before the first finding. */
    public void begin() throws IOException {
        json.writeStartObject();
        put(EntryLine.SCHEMA, Baseline.SCHEMA);
        endLine();
    }

    /** Accepts every finding of a verdict, and of its media. */
    public void add(Verdict verdict) throws IOException {
        String source = Entry.key(verdict.source());
        lookedAt(source);
        for (Finding finding : verdict.findings()) {
            add(source, finding);
            findings++;
        }
        for (Verdict item : verdict.media()) {
            add(item);
        }
    }

    /** How many findings of the verdicts were accepted so far. */
    public long findings() {
        return findings;
    }

    /**
     * Accepts a finding.
     *
     * @param source the name as {@link SurrogateEscape} has it, relative as in the reports
     * @throws BaselineException where the file would grow beyond what can be read again
     */
    void add(String source, Finding finding) throws IOException {
        lookedAt(source);
        Optional<Acceptance> kept = previous.find(source, finding).filter(Acceptance::inForce);
        write(new Entry(
                source,
                finding.rule().id(),
                Optional.of(finding.severity()),
                Optional.of(Entry.measured(finding)).filter(measured -> !measured.isEmpty()),
                finding.path(),
                kept.map(Acceptance::reason).orElse(reason),
                kept.map(Acceptance::expires).orElse(expires)));
    }

    /**
     * Notes that a source was looked at, with or without findings. What was accepted of every other source stays
     * accepted: an audit of a part of the files says nothing of the rest.
     */
    void lookedAt(String source) {
        previous.lookedAt(source);
    }

    private void write(Entry entry) throws IOException {
        if (entries == maxEntries) {
            throw new BaselineException(Phrase.of("audit:baseline.full").with("max", maxEntries));
        }
        entries++;
        json.writeStartObject();
        putSource(entry.source());
        put(EntryLine.RULE, entry.rule());
        entry.severity().ifPresent(severity -> put(EntryLine.SEVERITY, severity.id()));
        entry.measured().ifPresent(measured -> put(EntryLine.MEASURED, measured));
        entry.path().ifPresent(path -> put(EntryLine.PATH, path));
        put(EntryLine.REASON, entry.reason());
        put(EntryLine.EXPIRES, entry.expires().toString());
        endLine();
    }

    /** Writes what was accepted of sources that were not looked at, and flushes the rest. */
    public void end() throws IOException {
        for (Entry entry : previous.ofTheRest()) {
            write(entry);
        }
        out.flush();
    }

    private void putSource(String source) {
        String name = Entry.name(source);
        put(EntryLine.SOURCE, name);
        if (!SurrogateEscape.isUnicode(name)) {
            json.writeName(EntryLine.SOURCE_BYTES);
            json.writeBinary(SurrogateEscape.encode(name));
        }
    }

    private void put(String key, String value) {
        json.writeName(key);
        String text = SurrogateEscape.toUnicode(value);
        // A baseline is read in diffs, on terminals. The generator's own escapes do not distinguish a tag from an
        // emoji.
        if (SafeText.holdsHidden(text)) {
            json.writeRawValue(SafeText.json(text));
        } else {
            json.writeString(text);
        }
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.flush();
        if (line.size() > JsonReader.MAX_BYTES) {
            throw new BaselineException(
                    Phrase.of("audit:baseline.finding-too-long").with("number", entries));
        }
        line.write('\n');
        line.writeTo(out);
        line.reset();
    }
}
