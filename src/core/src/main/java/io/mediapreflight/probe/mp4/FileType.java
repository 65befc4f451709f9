package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.VideoFacts.Brand;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the {@code ftyp} box says (ISO/IEC 14496-12 4.3). QuickTime files from before 2001 have none.
 *
 * @param major the major brand
 * @param listsMp4 whether a compatible brand is MP4 beyond doubt
 * @param listsAvif whether a compatible brand is AVIF
 */
record FileType(OptionalInt major, boolean listsMp4, boolean listsAvif) {
    /** A file without an {@code ftyp}. */
    static final FileType NONE = new FileType(OptionalInt.empty(), false, false);

    private static final int QUICKTIME = Box.code("qt  ");
    private static final int THREE_GPP = 0x336770;
    private static final int THREE_GPP2 = 0x336732;

    /** Major brands that are MP4 beyond doubt: registered at mp4ra.org for ISO base media, MPEG-4 and their profiles. */
    private static final Set<Integer> MP4 = codes(
            "isom iso2 iso3 iso4 iso5 iso6 iso7 iso8 iso9 isoa isob isoc mp41 mp42 mp71 mp4v avc1 hvc1 dash cmfc cmfs "
                    + "cmf2 cmff M4V  M4VH M4VP MSNV XAVC f4v  F4V ");

    private static final Set<Integer> HEIC = codes("heic heix heim heis hevc hevx hevm hevs");
    private static final Set<Integer> AVIF = codes("avif avis");
    private static final Set<Integer> IMAGE = codes("mif1 mif2 msf1 miaf");
    private static final Set<Integer> AUDIO = codes("M4A  M4B  M4P  F4A  F4B ");

    private static final int MAJOR = 4;

    /** Where the compatible brands begin, behind the minor version. */
    static final int BRANDS = 8;

    /** Real boxes list up to a dozen. */
    private static final int MAX_BRANDS = 64;

    static FileType read(Window window, Box box) throws IOException, MalformedException {
        int major = window.i32(box.field(0, MAJOR));
        boolean mp4 = false;
        boolean avif = false;
        long end = Math.min(box.end(), box.body() + BRANDS + 4 * MAX_BRANDS);
        for (long at = box.body() + BRANDS; at <= end - 4 && window.has(at, 4); at += 4) {
            int brand = window.i32(at);
            mp4 |= MP4.contains(brand);
            avif |= AVIF.contains(brand);
        }
        return new FileType(OptionalInt.of(major), mp4, avif);
    }

    /** Four-character codes, each followed by a space but the last. */
    private static Set<Integer> codes(String brands) {
        Set<Integer> codes = new HashSet<>();
        for (int i = 0; i < brands.length(); i += 5) {
            codes.add(Box.code(brands.substring(i, i + 4)));
        }
        return Set.copyOf(codes);
    }

    /** The format of a file with a video track. */
    Format withVideo() {
        if (isQuickTime()) {
            return Format.MOV;
        }
        int family = major.getAsInt() >>> 8;
        return family == THREE_GPP || family == THREE_GPP2 ? Format.THREE_GP : Format.MP4;
    }

    /** The format of a file without a video track; a brand of another family is then what it says it is. */
    Format withoutVideo() {
        int brand = major.orElse(QUICKTIME);
        if (AUDIO.contains(brand)) {
            return Format.M4A;
        }
        if (AVIF.contains(brand) || (IMAGE.contains(brand) && listsAvif)) {
            return Format.AVIF;
        }
        return HEIC.contains(brand) || IMAGE.contains(brand) ? Format.HEIC : withVideo();
    }

    Brand brand() {
        Optional<String> name = major.isEmpty() ? Optional.empty() : Optional.of(Box.fourCc(major.getAsInt()));
        if (isQuickTime() || MP4.contains(major.getAsInt())) {
            return new Brand(name, Brand.Standing.LISTED);
        }
        return new Brand(name, listsMp4 ? Brand.Standing.COMPATIBLE : Brand.Standing.UNLISTED);
    }

    private boolean isQuickTime() {
        return major.isEmpty() || major.getAsInt() == QUICKTIME;
    }
}
