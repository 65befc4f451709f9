package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.List;

/**
 * What Huawei phones write behind the video of a motion photo: 40 bytes of text padded with spaces, such as
 * {@code 0:1477} in 20 and {@code LIVE_18666740} in 20, the distance from before that text back to the video.
 */
final class HuaweiTrailer {
    private static final int FIELD = 20;
    private static final int LIVE = 0x4C495645;
    private static final int MARK = 5; // LIVE_

    /** More digits than any file's length has. */
    private static final int MAX_DIGITS = 14;

    private HuaweiTrailer() {}

    /** Where the video may begin: some models count from the end of the text, or from between its halves. */
    static List<Long> ends(Window window) throws IOException, MalformedException {
        long field = window.size().atLeast() - FIELD;
        if (field < FIELD || window.i32(field) != LIVE || window.u8(field + 4) != '_') {
            return List.of();
        }
        String digits = window.text(field + MARK, FIELD - MARK).strip();
        if (digits.isEmpty()
                || digits.length() > MAX_DIGITS
                || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return List.of();
        }
        long back = Long.parseLong(digits);
        return List.of(field - FIELD - back, field - back, field + FIELD - back);
    }
}
