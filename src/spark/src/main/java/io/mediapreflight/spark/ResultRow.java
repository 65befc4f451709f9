package io.mediapreflight.spark;

import io.mediapreflight.Inspection;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.codec.FactKey;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.probe.codec.ReportedType;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns of a result. Those of the facts follow from the one description of the facts, and are empty where a fact is not known. */
final class ResultRow {
    static final String PATH = "path";
    static final String LENGTH = "length";
    static final String OUTCOME = "outcome";
    static final String FINDINGS = "findings";

    private static final String TRAILING_BYTES = "trailingBytes";

    private static final StructType FINDING = new StructType()
            .add("rule", DataTypes.StringType, false)
            .add("severity", DataTypes.StringType, false)
            .add("actual", DataTypes.StringType, false)
            .add("limit", DataTypes.StringType, false)
            .add("message", DataTypes.StringType, false)
            .add("fix", DataTypes.StringType, false);

    static final StructType SCHEMA = schema();

    private ResultRow() {}

    private static StructType schema() {
        StructType schema = new StructType()
                .add(PATH, DataTypes.StringType)
                .add(LENGTH, DataTypes.LongType)
                .add(OUTCOME, DataTypes.StringType, false)
                .add("kind", DataTypes.StringType)
                .add("format", DataTypes.StringType);
        for (FactKey key : MediaTables.keys()) {
            schema = schema.add(key.name(), type(key.column()), true, key.title());
        }
        return schema.add(TRAILING_BYTES, DataTypes.LongType, true, "bytes behind the end of the media")
                .add(FINDINGS, DataTypes.createArrayType(FINDING, false), false)
                .add("error", DataTypes.StringType, true, "why it could not be read");
    }

    private static DataType type(ReportedType.Column column) {
        return switch (column) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case REAL -> DataTypes.DoubleType;
            case FLAG -> DataTypes.BooleanType;
        };
    }

    static Row of(FileEntry file, MediaVerdict verdict, Inspection inspection) {
        Columns columns = new Columns();
        columns.set(PATH, file.path());
        columns.set(LENGTH, file.length().isPresent() ? file.length().getAsLong() : null);
        columns.set(OUTCOME, verdict.outcomeId());
        columns.set("kind", verdict.kindId().orElse(null));
        columns.set("format", verdict.format().map(Format::id).orElse(null));
        verdict.facts().ifPresent(facts -> MediaTables.report(facts, columns));
        columns.set(TRAILING_BYTES, trailingBytes(verdict).orElse(null));
        columns.set(
                FINDINGS, verdict.findings().stream().map(ResultRow::finding).toArray(Row[]::new));
        columns.set("error", inspection instanceof Inspection.Unreadable failed ? reason(failed, verdict) : null);
        return RowFactory.create(columns.values);
    }

    private static Optional<Long> trailingBytes(MediaVerdict verdict) {
        Optional<Completeness> completeness = verdict.probed().flatMap(probed -> probed.completeness());
        return completeness.isPresent()
                        && completeness.get() instanceof Completeness.Whole whole
                        && whole.trailingBytes() > 0
                ? Optional.of(whole.trailingBytes())
                : Optional.empty();
    }

    private static Row finding(Finding finding) {
        return RowFactory.create(
                finding.rule().id(),
                finding.severity().id(),
                finding.actual(),
                finding.limit(),
                finding.message(),
                finding.fix().advice());
    }

    /** In the words of the file system, which know more than those of the finding. */
    private static String reason(Inspection.Unreadable failed, MediaVerdict verdict) {
        Throwable original = failed.cause().getCause() instanceof IOException cause ? cause : failed.cause();
        String message = original.getMessage();
        return message == null ? verdict.findings().get(0).actual() : message;
    }

    /** Values by the names of their columns. */
    private static final class Columns implements FactSink {
        private static final List<String> NAMES = Arrays.asList(SCHEMA.fieldNames());

        private final @Nullable Object[] values = new @Nullable Object[NAMES.size()];

        void set(String name, @Nullable Object value) {
            values[SCHEMA.fieldIndex(name)] = value;
        }

        @Override
        public void put(String key, String value) {
            set(key, value);
        }

        @Override
        public void put(String key, long value) {
            set(key, value);
        }

        @Override
        public void put(String key, boolean value) {
            set(key, value);
        }

        @Override
        public void put(String key, Fraction value) {
            set(key, value.toDecimal().doubleValue());
        }
    }
}
