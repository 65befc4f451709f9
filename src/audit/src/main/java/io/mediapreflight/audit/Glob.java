package io.mediapreflight.audit;

import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for names as {@code .gitignore} has them: {@code *.jpg} fits a name in any directory, {@code raw/*.jpg} a path below
 * the audited directory, {@code tmp/} directories alone; {@code **} stands for any number of directories.
 */
final class Glob {
    private static final String ANY_DIRECTORIES = "**/";

    /** Each doubles the number of matchers. */
    private static final int MAX_ANY_DIRECTORIES = 6;

    private final List<GlobMatcher> matchers = new ArrayList<>();
    private final boolean ofPath;
    private final boolean ofDirectories;

    /**
     * @throws RefusedValueException where that is no pattern; the message says why
     */
    Glob(String pattern) {
        ofDirectories = pattern.endsWith("/");
        String plain = ofDirectories ? pattern.substring(0, pattern.length() - 1) : pattern;
        ofPath = plain.indexOf('/') >= 0;
        String anchored = plain.startsWith("/") ? plain.substring(1) : plain;
        if (anchored.isEmpty()) {
            throw new RefusedValueException(Phrase.of("audit:pattern.empty"));
        }
        compile("", anchored, 0);
    }

    /** For the JDK, double stars in front of a slash are one directory at least; for Git and shells they may be no directory. */
    private void compile(String before, String rest, int seen) {
        int at = rest.indexOf(ANY_DIRECTORIES);
        if (at < 0 || seen == MAX_ANY_DIRECTORIES) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + before + rest);
                matchers.add(new GlobMatcher(before + rest));
            } catch (PatternSyntaxException e) {
                throw new RefusedValueException(Phrase.verbatim(e.getDescription()), e);
            }
            return;
        }
        String head = before + rest.substring(0, at);
        String tail = rest.substring(at + ANY_DIRECTORIES.length());
        compile(head + ANY_DIRECTORIES, tail, seen + 1);
        if (!tail.isEmpty() && (head.isEmpty() || head.endsWith("/"))) {
            compile(head, tail, seen + 1);
        }
    }

    /**
     * Whether it fits.
     *
     * @param text the path below the audited directory
     * @param name its last part
     */
    boolean fits(String text, Path name, boolean isDirectory) {
        if (ofDirectories && !isDirectory) {
            return false;
        }
        String path = (ofPath ? PathNames.path(text) : name).toString();
        for (GlobMatcher matcher : matchers) {
            if (matcher.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
