package io.mediapreflight.metadata;

import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.SonyType1MakernoteDirectory;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets metadata-extractor go through a TIFF structure within bounds. It enters the directories that may name a person, a place or a
 * device, takes of them the values that {@link ExifTag} lists, and passes over all else: colour profiles, thumbnails, previews,
 * property lists.
 */
final class ExifHandler extends ExifTiffHandler {
    /** Image, EXIF, maker note and its equipment are 4. The library goes from one to the next by recursion. */
    private static final int MAX_NESTING = 6;

    /** An Olympus has 12. Each entry of a list of pointers may lead to another one. */
    private static final int MAX_DIRECTORIES = 32;

    private final PersonalData data;
    private int nesting;
    private int directories;

    ExifHandler(Metadata metadata, PersonalData data) {
        super(metadata, null, 0);
        this.data = data;
    }

    @Override
    protected void pushDirectory(Directory directory) {
        nesting++;
        directories++;
        super.pushDirectory(directory);
    }

    @Override
    public void endingIFD() {
        nesting--;
        super.endingIFD();
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
        return mayEnter() && super.tryEnterSubIfd(tag);
    }

    /** What follows is about the thumbnail. */
    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public boolean customProcessTag(
            int at, Set<Integer> visited, int header, RandomAccessReader reader, int tag, int length)
            throws IOException {
        Directory current = current();
        if (current == null || embedded(current, tag, at, length, reader)) {
            return true;
        }
        if (isEntered(current, tag)) {
            return !mayEnter() || enter(at, visited, header, reader, tag, length);
        }
        return !ExifTag.isListed(current, tag);
    }

    /** A maker note may have an order of bytes of its own, which the library takes from the structure around it. */
    private boolean enter(int at, Set<Integer> visited, int header, RandomAccessReader reader, int tag, int length)
            throws IOException {
        Optional<MakerNote> note = tag == ExifDirectoryBase.TAG_MAKERNOTE ? MakerNote.at(at, reader) : Optional.empty();
        if (note.isEmpty()) {
            return super.customProcessTag(at, visited, header, reader, tag, length);
        }
        boolean isBigEndian = reader.isMotorolaByteOrder();
        reader.setMotorolaByteOrder(note.get().isBigEndian());
        try {
            if (note.get().isNikon()) {
                nameNikon();
                return super.customProcessTag(at, visited, header, reader, tag, length);
            }
            pushDirectory(OlympusMakernoteDirectory.class);
            TiffReader.processIfd(this, reader, visited, at + note.get().start(), at);
            return true;
        } finally {
            reader.setMotorolaByteOrder(isBigEndian);
        }
    }

    private @Nullable Directory current() {
        return _currentDirectory;
    }

    private boolean mayEnter() {
        return nesting < MAX_NESTING && directories < MAX_DIRECTORIES;
    }

    /** What the library has readers of its own for. */
    private static boolean isEntered(Directory current, int tag) {
        return (current instanceof ExifSubIFDDirectory && tag == ExifDirectoryBase.TAG_MAKERNOTE)
                || (current instanceof OlympusMakernoteDirectory && tag == OlympusMakernoteDirectory.TAG_EQUIPMENT)
                || (current instanceof SonyType1MakernoteDirectory && tag == SonyType1MakernoteDirectory.TAG_9050B);
    }

    /** XMP, IPTC and image resources within TIFF are bounded like those that stand elsewhere. */
    private boolean embedded(Directory current, int tag, int at, int length, RandomAccessReader reader)
            throws IOException {
        if (!(current instanceof ExifIFD0Directory)) {
            return false;
        }
        switch (tag) {
            case ExifDirectoryBase.TAG_APPLICATION_NOTES -> XmpData.read(reader.getBytes(at, length), data);
            case ExifDirectoryBase.TAG_IPTC_NAA -> IptcData.read(reader.getBytes(at, length), data);
            case ExifDirectoryBase.TAG_PHOTOSHOP_SETTINGS -> PhotoshopResources.read(reader.getBytes(at, length), data);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The library knows a Nikon's note by the make of the camera only, which some programs strip. */
    private void nameNikon() {
        Directory image = _metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (image != null && !image.containsTag(ExifDirectoryBase.TAG_MAKE)) {
            image.setString(ExifDirectoryBase.TAG_MAKE, "NIKON");
        }
    }

    /** Thousands of entries may each be wrong: their messages are not kept. */
    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}
}
