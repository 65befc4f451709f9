package io.mediapreflight.request.url;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the table of {@link HostCharacters} from ICU's data for UTS 46. Run it, with the file's path as its argument, when
 * the version of ICU in the root pom is raised.
 */
final class HostCharactersFile {
    static final Normalizer2 UTS_46 = Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);

    private static final String DISALLOWED = "\ufffd";

    private HostCharactersFile() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), content(), StandardCharsets.US_ASCII);
    }

    static String content() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# What UTS 46 makes of characters in host names; what is not here is disallowed. See HostCharacters.");
        Run run = null;
        for (String kind : List.of("ignored", "valid", "mark", "mapped")) {
            for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
                if (is(kind, c)) {
                    Run next = new Run(kind, c, c, 1, target(kind, c));
                    Run longer = run == null ? null : run.with(next);
                    if (longer == null && run != null) {
                        lines.add(run.toString());
                    }
                    run = longer == null ? next : longer;
                }
            }
        }
        lines.add(String.valueOf(run));
        return String.join("\n", lines) + "\n";
    }

    private static boolean is(String kind, int c) {
        return kind.equals("mark") ? kind(c).equals("valid") && isMark(c) : kind(c).equals(kind);
    }

    private static boolean isMark(int c) {
        return switch (UCharacter.getType(c)) {
            case ECharacterCategory.NON_SPACING_MARK,
                    ECharacterCategory.COMBINING_SPACING_MARK,
                    ECharacterCategory.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String kind(int c) {
        if (Character.getType(c) == Character.SURROGATE) {
            return "disallowed";
        }
        String text = Character.toString(c);
        String mapped = UTS_46.normalize(text);
        if (mapped.contains(DISALLOWED)) {
            return "disallowed";
        }
        if (mapped.isEmpty()) {
            return "ignored";
        }
        return mapped.equals(text) ? "valid" : "mapped";
    }

    /** The distance to the one character that it is mapped to, or all those that it is mapped to. */
    private static String target(String kind, int c) {
        if (!kind.equals("mapped")) {
            return "";
        }
        int[] targets = UTS_46.normalize(Character.toString(c)).codePoints().toArray();
        if (targets.length == 1) {
            int distance = targets[0] - c;
            return (distance < 0 ? " -" : " +") + hex(Math.abs(distance));
        }
        StringBuilder text = new StringBuilder();
        for (int target : targets) {
            text.append(' ').append(hex(target));
        }
        return text.toString();
    }

    private static String hex(int number) {
        return Integer.toHexString(number).toUpperCase(Locale.ROOT);
    }

    /** Characters of one kind and target, each as far from the next: upper and lower case letters often alternate. */
    private record Run(String kind, int first, int last, int step, String target) {
        Run with(Run next) {
            int distance = next.first - last;
            boolean fits = first == last ? distance <= 2 : distance == step;
            return fits && kind.equals(next.kind) && target.equals(next.target)
                    ? new Run(kind, first, next.last, distance, target)
                    : null;
        }

        @Override
        public String toString() {
            String range = first == last ? "" : "-" + hex(last) + (step == 1 ? "" : "/" + hex(step));
            return kind + " " + hex(first) + range + target;
        }
    }
}
