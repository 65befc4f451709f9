package io.mediapreflight.report.html;

import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.SourceName;
import java.util.Optional;

/** What a file is called in a page, and the row about it once it has one. Its name is made when it is needed: of millions, thousands are. */
final class Label {
    private static final int MAX_NAME = 300;

    private final SourceName source;
    private final Optional<Label> request;
    private int row = -1;

    /** @param request to which the file belongs, in whose row it is */
    Label(SourceName source, Optional<Label> request) {
        this.source = source;
        this.request = request;
    }

    void placeAt(int index) {
        row = index;
    }

    /** The index of its row; negative where it has none. */
    int row() {
        return request.isPresent() ? request.get().row : row;
    }

    /** As it is shown; of a long one the end. */
    String name() {
        return Clipped.end(VisibleSource.of(source), MAX_NAME);
    }

    /** Refers to the row, or else to the name among all texts, as a negative number. */
    int reference(Texts texts) {
        return row() >= 0 && request.isEmpty() ? row() : -1 - texts.indexOf(name());
    }
}
