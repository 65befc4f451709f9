package io.mediapreflight.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages of a checkout, in which some links lead to what no package has: there the words stay, and the link goes. */
final class Documents {
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]*+)\\]\\(([^()\\s]++)\\)");
    private static final String PAGE = ".md";

    private Documents() {}

    /** Does so in all pages below a directory, once everything is there. */
    static void unlinkWhatIsMissing(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path page : all.filter(file -> file.toString().endsWith(PAGE)).toList()) {
                Files.writeString(
                        page, unlinked(Files.readString(page), target -> Files.exists(page.resolveSibling(target))));
            }
        }
    }

    /** @param isThere whether a relative link leads to something */
    static String unlinked(String page, Predicate<String> isThere) {
        return LINK.matcher(page)
                .replaceAll(link -> Matcher.quoteReplacement(isKept(link, isThere) ? link.group() : link.group(1)));
    }

    private static boolean isKept(MatchResult link, Predicate<String> isThere) {
        String target = link.group(2);
        if (target.startsWith("#") || target.contains("://")) {
            return true;
        }
        int hash = target.indexOf('#');
        return isThere.test(hash < 0 ? target : target.substring(0, hash));
    }
}
