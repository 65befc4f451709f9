package io.mediapreflight.metadata;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places, people and devices found so far, without what says nothing; each thing once. */
final class PersonalData {
    /** How many are listed of a kind. An honest file says the same in three or four places; a list of all faces is long. */
    private static final int MAX_LISTED = 8;

    /** So much of a name or a number is shown: enough to recognise it, too little to fill a report. */
    private static final int MAX_SHOWN = 40;

    /**
     * How many slices of a file are parsed. A photograph has three, with a few dozen previews more; thousands of tiny ones
     * would cost a parser each.
     */
    private static final int MAX_SLICES = 256;

    /** What cameras and programs write where they have nothing to say. */
    private static final Set<String> NOTHING = Set.of("unknown", "none", "n/a", "na", "null", "default");

    private final Map<AdviceId, Set<Phrase>> found = new EnumMap<>(AdviceId.class);
    private int slices;

    /** Whether one more slice of the file may be parsed; it is counted. */
    boolean takesAnotherSlice() {
        return slices++ < MAX_SLICES;
    }

    /** A name or a number; what says nothing does not count. */
    void named(Revealed what, String value, String where) {
        String clean = MetadataText.shown(value);
        boolean isNumber = what.advice() == AdviceId.PRIVACY_DEVICE;
        // Zeros alone are not a number of a device.
        boolean says = clean.chars().anyMatch(c -> Character.isLetterOrDigit(c) && (c != '0' || !isNumber));
        if (says && !NOTHING.contains(clean.toLowerCase(Locale.ROOT))) {
            Phrase found = isNumber
                    ? Phrase.of("revealed.serial").with("number", shortened(clean))
                    : Phrase.of("revealed.name").with("name", shortened(clean));
            add(what.advice(), found.with("what", what.phrase()), where);
        }
    }

    /** A position, of which no more is shown than its owner needs to recognise the place. */
    void position(Optional<Position> position, String where) {
        position.ifPresent(place ->
                add(AdviceId.PRIVACY_LOCATION, Phrase.of("revealed.position").with("place", place.toString()), where));
    }

    /** What was found of a kind, as a list; empty where nothing was. */
    Optional<Phrase> listed(AdviceId id) {
        Set<Phrase> all = found.get(id);
        if (all == null) {
            return Optional.empty();
        }
        return Optional.of(Phrase.of(all.size() > MAX_LISTED ? "revealed.more" : "revealed")
                .with("list", all.stream().limit(MAX_LISTED).toList()));
    }

    private static String shortened(String clean) {
        return clean.codePointCount(0, clean.length()) <= MAX_SHOWN
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }

    private void add(AdviceId id, Phrase what, String where) {
        Set<Phrase> all = found.computeIfAbsent(id, none -> new LinkedHashSet<>());
        if (all.size() <= MAX_LISTED) {
            all.add(what.with("where", where));
        }
    }
}
