package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** BMP and ICO: their magic numbers are so short that the fields behind them must make sense too. */
final class WindowsImage implements Recogniser {
    /** BITMAPFILEHEADER: {@code BM}, the file's size, two reserved numbers, and where the pixels begin. */
    private static final int FILE_HEADER = 14;

    /** What a bitmap's header can be long: OS/2 1 and 2, Windows 3, with masks, NT, 95, 98. OS/2 2 may cut it short. */
    private static final Set<Long> HEADER_SIZES = Set.of(12L, 16L, 40L, 48L, 52L, 56L, 64L, 108L, 124L);

    private static final int ICON_DIRECTORY = 6;
    private static final int ICON_ENTRY = 16;

    @Override
    public Optional<Probed> recognise(Prefix prefix) throws IOException, MalformedException {
        // OS/2 keeps one drawing for several screens in an array of bitmaps, each with a header of 14 bytes before it.
        if (isBitmap(prefix, 0) || (prefix.holds(0, "BA") && isBitmap(prefix, FILE_HEADER))) {
            return Optional.of(Probed.named(Format.BMP, Format.BMP.kind()));
        }
        return isIcon(prefix) ? Optional.of(Probed.named(Format.ICO, Format.ICO.kind())) : Optional.empty();
    }

    private static boolean isBitmap(Prefix prefix, int at) throws IOException, MalformedException {
        return prefix.holds(at, "BM")
                && prefix.has(at + FILE_HEADER, 4)
                && HEADER_SIZES.contains(prefix.window().u32LittleEndian(at + FILE_HEADER));
    }

    /** ICONDIR: 0, then 1 for an icon or 2 for a cursor, a count, and an entry for each image. */
    private static boolean isIcon(Prefix prefix) throws IOException, MalformedException {
        boolean starts = prefix.holds(0, "\0\0\1\0") || prefix.holds(0, "\0\0\2\0");
        if (!starts || !prefix.has(0, ICON_DIRECTORY + ICON_ENTRY)) {
            return false;
        }
        Window window = prefix.window();
        int count = window.u16LittleEndian(4);
        int reserved = window.u8(ICON_DIRECTORY + 3);
        long bytes = window.u32LittleEndian(ICON_DIRECTORY + 8);
        long image = window.u32LittleEndian(ICON_DIRECTORY + 12);
        // The reserved byte is 0, but .NET writes 255.
        return count > 0
                && (reserved == 0 || reserved == 0xFF)
                && bytes > 0
                && image >= ICON_DIRECTORY + (long) ICON_ENTRY * count;
    }
}
