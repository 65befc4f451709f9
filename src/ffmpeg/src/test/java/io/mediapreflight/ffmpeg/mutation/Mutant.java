package io.mediapreflight.ffmpeg.mutation;

/**
 * A file that differs from an audio one in its headers.
 *
 * @param where what was changed, such as {@code moov/trak/mdia/minf/stbl/stsz+16}: the path of the box or chunk, and the offset in it
 * @param change how, such as {@code 100 to 101}
 * @param bytes the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares them
record Mutant(String where, String change, byte[] bytes) {
    @Override
    public String toString() {
        return where + ": " + change;
    }
}
