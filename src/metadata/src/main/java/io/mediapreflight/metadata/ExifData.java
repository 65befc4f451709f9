package io.mediapreflight.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.util.Optional;

/** What a TIFF structure reveals (EXIF 3.0 4.6), its maker note among it: read by metadata-extractor, within bounds. */
final class ExifData {
    private ExifData() {}

    /** Reads a structure that begins with its byte order. What was read before it makes no sense any more stands. */
    static void read(byte[] tiff, PersonalData data) {
        if (!data.takesAnotherSlice()) {
            return;
        }
        Metadata metadata = new Metadata();
        try {
            new TiffReader().processTiff(new CountingReader(tiff), new ExifHandler(metadata, data), 0);
        } catch (IOException | TiffProcessingException | RuntimeException e) {
            // The library answers some nonsense with exceptions of its own insides.
        }
        for (GpsDirectory gps : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            positions(gps, data);
        }
        for (ExifTag tag : ExifTag.ALL) {
            for (Directory directory : metadata.getDirectories()) {
                tag.read(directory, data);
            }
        }
        ExifTag.readFaces(metadata, data);
    }

    private static void positions(GpsDirectory gps, PersonalData data) {
        data.position(
                position(
                        gps,
                        GpsDirectory.TAG_LATITUDE,
                        GpsDirectory.TAG_LATITUDE_REF,
                        GpsDirectory.TAG_LONGITUDE,
                        GpsDirectory.TAG_LONGITUDE_REF),
                "EXIF");
        data.position(
                position(
                        gps,
                        GpsDirectory.TAG_DEST_LATITUDE,
                        GpsDirectory.TAG_DEST_LATITUDE_REF,
                        GpsDirectory.TAG_DEST_LONGITUDE,
                        GpsDirectory.TAG_DEST_LONGITUDE_REF),
                "EXIF destination");
    }

    /** Without its reference a coordinate is taken for north or east, which reveals as much; the library finds none then. */
    private static Optional<Position> position(
            Directory gps, int latitude, int latitudeRef, int longitude, int longitudeRef) {
        double north = degrees(gps, latitude) * (isMarked(gps, latitudeRef, 'S') ? -1 : 1);
        double east = degrees(gps, longitude) * (isMarked(gps, longitudeRef, 'W') ? -1 : 1);
        return Position.of(north, east);
    }

    /** Degrees, minutes and seconds (EXIF 2.32 4.6.6); not a number where they are not given. */
    private static double degrees(Directory gps, int tag) {
        Rational[] parts = gps.getRationalArray(tag);
        if (parts == null || parts.length < 3) {
            return Double.NaN;
        }
        double sum = 0;
        double divisor = 1;
        for (int i = 0; i < 3; i++) {
            long numerator = parts[i].getNumerator();
            long denominator = parts[i].getDenominator();
            // Some write 0/0 for seconds that they do not have; degrees of 0/0 are no position.
            if (denominator == 0 && (numerator != 0 || i == 0)) {
                return Double.NaN;
            }
            sum += numerator == 0 ? 0 : (double) numerator / denominator / divisor;
            divisor *= 60;
        }
        return sum;
    }

    private static boolean isMarked(Directory gps, int tag, char letter) {
        String text = gps.getString(tag);
        return text != null && text.indexOf(letter) == 0;
    }
}
