package io.mediapreflight.metadata;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** By-line and place of the IPTC information interchange model: read by metadata-extractor, within bounds. */
final class IptcData {
    /** Two hundred keywords and forty other properties. The library takes quadratic time where one is repeated. */
    private static final int MAX_DATA_SETS = 1024;

    private static final int TAG_MARKER = 0x1C;
    private static final int HEADER = 5;

    private IptcData() {}

    /** Reads data sets one after another, as far as they make sense. */
    static void read(byte[] dataSets, PersonalData data) {
        int length = length(dataSets);
        if (length == 0 || !data.takesAnotherSlice()) {
            return;
        }
        Metadata metadata = new Metadata();
        try {
            byte[] slice = Arrays.copyOf(dataSets, length);
            new IptcReader().extract(new SequentialByteArrayReader(slice), metadata, length);
        } catch (RuntimeException e) {
            // The library answers some nonsense with exceptions of its own insides.
        }
        for (IptcDirectory directory : metadata.getDirectoriesOfType(IptcDirectory.class)) {
            report(directory, IptcDirectory.TAG_BY_LINE, Revealed.BY_LINE, data);
            report(directory, IptcDirectory.TAG_CITY, Revealed.CITY, data);
            report(directory, IptcDirectory.TAG_SUB_LOCATION, Revealed.PLACE, data);
            report(directory, IptcDirectory.TAG_CONTENT_LOCATION_NAME, Revealed.PLACE, data);
        }
    }

    /** So much of it as the library may see. An extended data set, which is longer than 32 KiB, ends it: none of ours is. */
    private static int length(byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        int at = 0;
        for (int i = 0; i < MAX_DATA_SETS && at <= bytes.length - HEADER && bytes[at] == TAG_MARKER; i++) {
            int length = data.getShort(at + 3);
            if (length < 0 || length > bytes.length - at - HEADER) {
                return at;
            }
            at += HEADER + length;
        }
        return at;
    }

    private static void report(IptcDirectory directory, int tag, Revealed what, PersonalData data) {
        StringValue[] values = directory.getStringValueArray(tag);
        for (StringValue value : values == null ? new StringValue[0] : values) {
            String text = value.getCharset() == null
                    ? MetadataText.of(value.getBytes())
                    : MetadataText.of(value.getBytes(), value.getCharset());
            data.named(what, text, "IPTC");
        }
    }
}
