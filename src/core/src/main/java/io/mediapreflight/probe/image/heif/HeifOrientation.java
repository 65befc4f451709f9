package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What {@code irot} and {@code imir} amount to, in the order in which they are applied (ISO/IEC 23008-12 6.5.10, 6.5.12). */
final class HeifOrientation {
    private static final int IROT = Box.code("irot");
    private static final int IMIR = Box.code("imir");
    private static final int QUARTER = 90;
    private static final int HALF = 180;
    private static final int FULL = 360;

    private HeifOrientation() {}

    static Optional<ExifOrientation> of(Window window, List<Box> properties) throws IOException, MalformedException {
        int rotation = 0;
        boolean mirrored = false;
        boolean any = false;
        for (Box property : properties) {
            if (property.type() == IROT) {
                // Anticlockwise; behind a mirror a turn goes the other way.
                int turn = (window.u8(property.field(0, 1)) & 3) * QUARTER;
                rotation += mirrored ? turn : FULL - turn;
            } else if (property.type() == IMIR) {
                // 1 exchanges left and right, 0 top and bottom, which is the same behind half a turn.
                boolean leftRight = (window.u8(property.field(0, 1)) & 1) == 1;
                rotation += leftRight ? 0 : HALF;
                mirrored = !mirrored;
            } else {
                continue;
            }
            any = true;
        }
        return any ? of(rotation % FULL, mirrored) : Optional.empty();
    }

    private static Optional<ExifOrientation> of(int rotation, boolean mirrored) {
        for (ExifOrientation orientation : ExifOrientation.values()) {
            if (orientation.rotation() == rotation && orientation.mirrored() == mirrored) {
                return Optional.of(orientation);
            }
        }
        return Optional.empty();
    }
}
