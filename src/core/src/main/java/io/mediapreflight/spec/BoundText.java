package io.mediapreflight.spec;

import io.mediapreflight.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bounds in words. */
public final class BoundText {
    private static final String LIMIT = ".limit";

    private BoundText() {}

    /** The bound of a built-in rule, such as {@code 300 to 65,536 px}. */
    public static String of(RuleId rule, Optional<Bound> bound) {
        Messages messages = Messages.current();
        String key = rule.id() + LIMIT;
        if (bound.isEmpty()) {
            return messages.text(key);
        }
        String variant = key + "." + variant(rule, bound.get());
        return messages.fill(
                messages.pattern(variant).orElseGet(() -> messages.text(key)), name -> value(rule, bound.get(), name));
    }

    private static String variant(RuleId rule, Bound bound) {
        if (rule == RuleId.MEDIA_KIND) {
            return "expected";
        }
        boolean ofAnyOrientation =
                bound.orientation().isPresent() && bound.maxGenerous().isEmpty();
        return ofAnyOrientation ? "one" : "all";
    }

    /** The value of a placeholder; null where the bound has no such value. */
    public static @Nullable String value(RuleId rule, Bound bound, String name) {
        return switch (name) {
            case "min" -> number(bound.min());
            case "max" -> number(bound.max());
            case "generous" -> number(bound.maxGenerous().or(bound::max));
            case "size" -> size(bound);
            case "accepted" -> accepted(rule, bound.accepted());
            case "image" -> number(maxUnder(bound, Orientation.IMAGE));
            case "video" -> number(maxUnder(bound, Orientation.VIDEO));
            case "orientation" -> bound.orientation().map(Orientation::id).orElse(null);
            case "otherOrientation" ->
                bound.orientation().map(BoundText::other).map(Orientation::id).orElse(null);
            default -> null;
        };
    }

    private static @Nullable String number(Optional<Fraction> value) {
        return value.map(Fraction::toDecimal).map(BoundText::shown).orElse(null);
    }

    private static String shown(BigDecimal number) {
        return number.scale() == 0 ? Messages.current().grouped(number.longValueExact()) : number.toPlainString();
    }

    private static @Nullable String size(Bound bound) {
        if (bound.max().isEmpty()) {
            return null;
        }
        long strict = bound.max().get().numerator();
        long generous = bound.maxGenerous().map(Fraction::numerator).orElse(strict);
        return new SizeLimit(strict, generous).toString();
    }

    private static Optional<Fraction> maxUnder(Bound bound, Orientation orientation) {
        return bound.orientation().equals(Optional.of(orientation))
                ? bound.max()
                : bound.maxGenerous().or(bound::max);
    }

    private static Orientation other(Orientation orientation) {
        return orientation == Orientation.IMAGE ? Orientation.VIDEO : Orientation.IMAGE;
    }

    private static String accepted(RuleId rule, List<String> names) {
        return names.stream()
                .map(name -> label(rule, name))
                .collect(Collectors.joining(Messages.current().text("list.or")));
    }

    /** The name of a format or a kind for people; the value of a field is its own name. */
    private static String label(RuleId rule, String name) {
        return switch (rule) {
            case MEDIA_KIND -> Messages.current().text("kind." + name);
            case IMAGE_FORMAT, VIDEO_CONTAINER ->
                Format.of(name).map(Format::label).orElse(name);
            default -> name;
        };
    }
}
