package io.mediapreflight.report;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.json.ParsedJson;
import io.mediapreflight.request.Misspelling;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.LimitKey;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.LimitsBuilder;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Limits as JSON: as reports write them, so what a report has under {@code limits} can be read again. Limits that are
 * read change other limits, and only the keys that are given.
 */
public final class LimitsJson {
    /** Instead of a maximum for each orientation: one for both. */
    private static final String SECONDS_MAX = "video.secondsMax";

    private static final int MAX_LIST = 64; // there are forty formats

    /** Of a decimal number that is read. */
    private static final int PLACES = 9;

    private final Map<LimitKey, Object> values = new EnumMap<>(LimitKey.class);

    private LimitsJson() {}

    /**
     * Changes the limits that a file names.
     *
     * @param base what the others are
     * @throws LimitsException where it is no JSON, a key is not known or given twice, or what it gives is no limit
     */
    public static Limits read(byte[] json, Limits base) throws LimitsException {
        ParsedJson parsed = JsonReader.read(json);
        Optional<String> problem = parsed.objectProblem();
        if (problem.isPresent()) {
            throw new LimitsException(Phrase.of("report:limits.problem").with("problem", problem.get()));
        }
        LimitsJson read = new LimitsJson();
        read.members("", parsed.object().orElseThrow());
        return read.onTopOf(base);
    }

    static void writeMembers(JsonOutput json, Limits limits) {
        Deque<String> open = new ArrayDeque<>();
        for (LimitKey key : LimitKey.values()) {
            List<String> names = List.of(key.path().split("\\."));
            List<String> parents = names.subList(0, names.size() - 1);
            close(json, open, parents);
            for (String parent : parents.subList(open.size(), parents.size())) {
                json.startObject(parent);
                open.addLast(parent);
            }
            write(json, names.get(names.size() - 1), key.value(limits));
        }
        close(json, open, List.of());
    }

    private static void close(JsonOutput json, Deque<String> open, List<String> wanted) {
        while (!open.isEmpty() && !startsWith(wanted, List.copyOf(open))) {
            json.endObject();
            open.removeLast();
        }
    }

    private static boolean startsWith(List<String> names, List<String> start) {
        return names.size() >= start.size() && names.subList(0, start.size()).equals(start);
    }

    private static void write(JsonOutput json, String name, Object value) {
        if (value instanceof Fraction number) {
            json.putJson(name, digits(number));
        } else if (value instanceof List<?> texts) {
            json.startArray(name);
            texts.forEach(text -> json.string(text.toString()));
            json.endArray();
        } else {
            json.put(name, value.toString());
        }
    }

    /** As many places as can be read again: a limit that loses some is another limit. */
    private static String digits(Fraction number) {
        return BigDecimal.valueOf(number.numerator())
                .divide(BigDecimal.valueOf(number.denominator()), PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Recursion ends with the paths of the keys. */
    private void members(String parent, Json.Obj object) throws LimitsException {
        for (Json.Member member : object.members()) {
            String path = parent + member.name();
            if (member.value() instanceof Json.Obj inner && isParent(path)) {
                members(path + ".", inner);
            } else {
                member(path, member.value());
            }
        }
    }

    private void member(String path, Json json) throws LimitsException {
        if (path.equals(SECONDS_MAX)) {
            Object value = value(json, path, LimitKey.Type.NUMBER);
            put(LimitKey.VIDEO_SECONDS_MAX_IMAGE, path, value);
            put(LimitKey.VIDEO_SECONDS_MAX_VIDEO, path, value);
        } else {
            LimitKey key = key(path);
            put(key, path, value(json, path, key.type()));
        }
    }

    private static boolean isParent(String path) {
        return Arrays.stream(LimitKey.values()).anyMatch(key -> key.path().startsWith(path + "."));
    }

    private static LimitKey key(String path) throws LimitsException {
        for (LimitKey key : LimitKey.values()) {
            if (key.path().equals(path)) {
                return key;
            }
        }
        List<String> known = new ArrayList<>(List.of(SECONDS_MAX));
        Arrays.stream(LimitKey.values()).map(LimitKey::path).forEach(known::add);
        Optional<String> meant = Misspelling.meant(path, known, each -> each.length() / 3);
        String shown = path.length() > MAX_LIST ? path.substring(0, MAX_LIST) + "\u2026" : path;
        throw new LimitsException(Phrase.of("report:limits.unknown")
                .with("name", shown)
                .with(
                        "hint",
                        meant.map(name -> Phrase.of("report:limits.meant").with("name", name))
                                .orElseGet(() -> Phrase.of("report:limits.see"))));
    }

    private void put(LimitKey key, String path, Object value) throws LimitsException {
        if (values.putIfAbsent(key, value) != null) {
            throw new LimitsException(Phrase.of("report:limits.twice").with("name", path));
        }
    }

    private static Object value(Json json, String path, LimitKey.Type type) throws LimitsException {
        if (type == LimitKey.Type.TEXT && json instanceof Json.Str text) {
            return text.value();
        } else if (type == LimitKey.Type.TEXTS && json instanceof Json.Arr array) {
            return texts(array, path);
        } else if (type != LimitKey.Type.TEXT && type != LimitKey.Type.TEXTS && json instanceof Json.Num number) {
            return number(number.text(), path, type);
        }
        throw mistyped(path, type);
    }

    private static LimitsException mistyped(String path, LimitKey.Type type) {
        return new LimitsException(Phrase.of("report:limits.type." + type.name().toLowerCase(Locale.ROOT))
                .with("name", path)
                .with("max", MAX_LIST));
    }

    private static List<String> texts(Json.Arr array, String path) throws LimitsException {
        List<String> texts = new ArrayList<>();
        for (Json each : array.elements()) {
            if (!(each instanceof Json.Str text) || texts.size() == MAX_LIST) {
                throw mistyped(path, LimitKey.Type.TEXTS);
            }
            texts.add(text.value());
        }
        return texts;
    }

    /** Exact: a decimal number of at most nine places and nine digits before them, or a whole one of 63 bits. */
    private static Fraction number(String digits, String path, LimitKey.Type type) throws LimitsException {
        String pattern = type == LimitKey.Type.WHOLE ? "\\d{1,18}" : "\\d{1,9}(\\.\\d{1," + PLACES + "})?";
        if (!digits.matches(pattern)) {
            throw mistyped(path, type);
        }
        BigDecimal decimal = new BigDecimal(digits);
        long denominator =
                BigDecimal.ONE.scaleByPowerOfTen(Math.max(0, decimal.scale())).longValueExact();
        return new Fraction(decimal.unscaledValue().longValueExact(), denominator).reduced();
    }

    private Limits onTopOf(Limits base) throws LimitsException {
        LimitsBuilder limits = base.toBuilder();
        try {
            for (Map.Entry<LimitKey, Object> each : values.entrySet()) {
                each.getKey().set(limits, each.getValue());
            }
            return limits.build();
        } catch (RefusedValueException e) {
            throw new LimitsException(Phrase.of("report:limits.refused").with("reason", e.reason()));
        }
    }
}
