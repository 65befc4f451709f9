package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with fragments that can be read nevertheless. What is wrong with all of them in the same way is said once. */
public final class FragmentDefects {
    /** More than a reader needs; a hostile file has one for each of its fragments. */
    static final int MAX_DEFECTS = 16;

    private final List<Malformed> all = new ArrayList<>(0);
    private final Set<Phrase> said = new HashSet<>(0);
    private boolean isBroken;

    /** Leaves out what was said before, and what is too much; but never the first one that nothing can decode. */
    void add(Malformed defect) {
        boolean isFirstBroken = !isBroken && defect.gravity() == Malformed.Gravity.BROKEN;
        boolean hasRoom = all.size() < MAX_DEFECTS;
        if ((hasRoom || isFirstBroken) && said.add(defect.what())) {
            all.add(defect);
            isBroken |= isFirstBroken;
        }
    }

    /** In the order of the file. */
    List<Malformed> all() {
        return all;
    }
}
