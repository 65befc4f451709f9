package io.mediapreflight.audit;

import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.RefusedValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which files a walk takes. Immutable. */
public final class Selection {
    private final boolean hidden;
    private final boolean following;
    private final boolean pairing;
    private final List<Glob> includes;
    private final List<Glob> excludes;

    private Selection(Builder values) {
        hidden = values.hidden;
        following = values.following;
        pairing = values.pairing;
        includes = List.copyOf(values.includes);
        excludes = List.copyOf(values.excludes);
    }

    /** Every file that is not hidden and does not lie in a hidden directory; links are not followed. */
    public static Selection standard() {
        return builder().build();
    }

    /** Starts from what {@link #standard} selects. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether symbolic links are followed. */
    boolean following() {
        return following;
    }

    /** Whether an image and a video of one base name in one directory are judged as a request. */
    boolean pairing() {
        return pairing;
    }

    /** Whether a name is to be looked at at all, so that most of what is hidden is not even asked for. */
    boolean mayTake(String name) {
        return hidden || !name.startsWith(".");
    }

    /** Whether a directory is entered. */
    boolean enters(String text, Path name) {
        return !fitsAny(excludes, text, name, true);
    }

    /** Whether a file is judged. */
    boolean takes(String text, Path name) {
        return (includes.isEmpty() || fitsAny(includes, text, name, false)) && !fitsAny(excludes, text, name, false);
    }

    /**
     * Whether something below what is audited is taken by its path: it is not hidden, it fits, and nothing excludes it or a directory
     * above it.
     *
     * @param path with {@code /} between its parts
     */
    public boolean takes(String path) {
        try {
            int start = 0;
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
                if (slash > start && !mayEnter(path.substring(0, slash), path.substring(start, slash))) {
                    return false;
                }
                start = slash + 1;
            }
            String name = path.substring(start);
            return mayTake(name) && takes(path, PathNames.path(name));
        } catch (InvalidPathException e) {
            return includes.isEmpty(); // a name that no file can have, and so no pattern
        }
    }

    private boolean mayEnter(String directory, String name) {
        return mayTake(name) && enters(directory, PathNames.path(name));
    }

    private static boolean fitsAny(List<Glob> globs, String text, Path name, boolean isDirectory) {
        for (Glob glob : globs) {
            if (glob.fits(text, name, isDirectory)) {
                return true;
            }
        }
        return false;
    }

    /** Collects what a selection is made of. */
    public static final class Builder {
        private boolean hidden;
        private boolean following;
        private boolean pairing;
        private final List<Glob> includes = new ArrayList<>();
        private final List<Glob> excludes = new ArrayList<>();

        private Builder() {}

        /** Takes hidden files, too: names that begin with a dot, {@code .git} among them. */
        public Builder hidden(boolean value) {
            hidden = value;
            return this;
        }

        /**
         * Follows symbolic links. A directory to which several links lead is entered through one of them only, and
         * never from inside itself, so that no loop of links makes a walk endless.
         */
        public Builder following(boolean value) {
            following = value;
            return this;
        }

        /** Judges an image and a video of the same base name in the same directory as one request. */
        public Builder pairing(boolean value) {
            pairing = value;
            return this;
        }

        /**
         * Takes only files that fit this pattern or another included one. Without a slash a pattern is for names in any
         * directory ({@code *.jpg}), with one for paths below the audited directory ({@code raw/**}).
         *
         * @throws RefusedValueException where that is no pattern; the message says why
         */
        public Builder include(String pattern) {
            includes.add(new Glob(pattern));
            return this;
        }

        /**
         * Leaves out what fits this pattern, even where it is included; a directory is not entered. With a slash behind it a
         * pattern is for directories alone.
         *
         * @throws RefusedValueException where that is no pattern; the message says why
         */
        public Builder exclude(String pattern) {
            excludes.add(new Glob(pattern));
            return this;
        }

        /** The finished selection; later calls on this builder do not change it. */
        public Selection build() {
            return new Selection(this);
        }
    }
}
