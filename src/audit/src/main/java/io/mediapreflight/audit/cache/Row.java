package io.mediapreflight.audit.cache;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.probe.codec.ProbedCodec;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.SurrogateEscape;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row to be written. It is made where a file was probed, so that the one writer has nothing to do but write. */
final class Row implements FactSink {
    /** The number of the first column that is made from a fact; those before it are bound by name in {@link #bind}. */
    static final int FIRST_FACT = FileKey.COLUMNS + 10;

    /** How many columns there are. */
    static final int COLUMNS = FIRST_FACT - 1 + MediaTables.keys().size();

    private final FileKey key;
    private final byte[] facts;
    private final String probedAt;
    private final @Nullable Object[] columns = new @Nullable Object[COLUMNS - FIRST_FACT + 1];
    private final Probed probed;
    private final Optional<Examined> examined;

    /** What an examination has found. */
    static final class Examined {
        private final String by;
        private final byte[] examination;

        /**
         * @param by the identity of who examined it
         * @param examination by {@link ExaminationCodec}
         */
        Examined(String by, byte[] examination) {
            this.by = by;
            this.examination = examination;
        }
    }

    private Row(FileKey key, byte[] facts, Probed probed, Instant probedAt, Optional<Examined> examined) {
        this.key = key;
        this.facts = facts;
        this.probed = probed;
        this.examined = examined;
        this.probedAt = probedAt.truncatedTo(ChronoUnit.SECONDS).toString();
        probed.facts().ifPresent(media -> MediaTables.report(media, this));
    }

    /** Empty for facts that are too long to keep. */
    static Optional<Row> of(FileKey key, Probed probed, Instant probedAt, Optional<Examined> examined) {
        return ProbedCodec.encode(probed).map(facts -> new Row(key, facts, probed, probedAt, examined));
    }

    /** Sets every parameter of {@link Schema#INSERT}. */
    void bind(PreparedStatement statement) throws SQLException {
        key.bind(statement);
        int at = FileKey.COLUMNS + 1;
        statement.setInt(at++, Probed.VERSION);
        statement.setBytes(at++, facts);
        set(statement, at++, examined.map(each -> each.by).orElse(null));
        set(statement, at++, examined.map(each -> each.examination).orElse(null));
        statement.setString(at++, probedAt);
        set(statement, at++, probed.format().map(Format::id).orElse(null));
        statement.setString(at++, probed.kind().id());
        set(statement, at++, probed.completeness().map(Row::whole).orElse(null));
        set(statement, at++, malformations());
        for (Object column : columns) {
            set(statement, at++, column);
        }
    }

    private static void set(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else {
            statement.setObject(at, value);
        }
    }

    @Override
    public void put(String name, String value) {
        add(name, SurrogateEscape.toUnicode(value));
    }

    @Override
    public void put(String name, long value) {
        add(name, value);
    }

    @Override
    public void put(String name, boolean value) {
        add(name, value ? 1 : 0);
    }

    @Override
    public void put(String name, Fraction value) {
        add(name, value.toDecimal().doubleValue());
    }

    private void add(String name, Object value) {
        columns[Objects.requireNonNull(Schema.FACT_COLUMNS.get(name), name)] = value;
    }

    private static @Nullable Integer whole(Completeness completeness) {
        if (completeness instanceof Completeness.Undecided) {
            return null;
        }
        return completeness instanceof Completeness.Whole ? 1 : 0;
    }

    /** What a person would call wrong with the file, so where it is cut off, too. */
    private @Nullable String malformations() {
        List<Malformed> all = new ArrayList<>(probed.defects());
        probed.completeness().ifPresent(completeness -> {
            if (completeness instanceof Completeness.CutOff cut) {
                all.add(cut.where());
            }
        });
        String lines = all.stream().map(Malformed::toString).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : SurrogateEscape.toUnicode(lines);
    }
}
