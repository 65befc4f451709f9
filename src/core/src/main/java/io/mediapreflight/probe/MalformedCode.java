package io.mediapreflight.probe;

/**
 * What is wrong with a header, for programs: one constant for each clause that a file can break. Caches and baselines hold
 * these names, so a name that has been published is never changed or used for something else; the words of
 * {@link Malformed#what} may be bettered at any time.
 */
public enum MalformedCode {
    // Any format.

    /** The file has no content at all. */
    EMPTY_FILE,
    /** The file begins with zeros only, as one that was never written. */
    ALL_ZERO,
    /** Something stands before the media that they were transported in: a multipart body, HTTP headers, a byte-order mark. */
    SAVED_WITH_ENVELOPE,
    /** The file is of no format known here. */
    UNKNOWN_FORMAT,
    /** The file ends within its header. */
    HEADER_CUT_OFF,
    /** The source keeps only the beginning of the content, and the header goes on behind it. */
    OUT_OF_REACH,
    /** A bound of ours was reached before the header was understood. */
    BOUND_REACHED,
    /** Numbers add up to more than 2⁶³. */
    NUMBER_TOO_LARGE,
    /** A width or height is not in the range that the format allows. */
    DIMENSION_OUT_OF_RANGE,
    /** No header says how large the image or the frames are. */
    MISSING_DIMENSIONS,
    /** The file ends before the marker or the part that ends its format. */
    MISSING_END,
    /** The source does not say how many bytes it has, so that its end cannot be looked at. */
    SIZE_UNKNOWN,

    // JPEG (ITU-T T.81).

    /** The height is left to a DNL marker behind the first scan. */
    DEFERRED_HEIGHT,
    /** A segment has a length that no segment has. */
    SEGMENT_LENGTH,
    /** There are bytes between two segments. */
    STRAY_BYTES,
    /** There is no marker where a segment should begin. */
    NOT_A_SEGMENT,
    /** A scan or the end of the image comes before any frame. */
    MISSING_FRAME,
    /** A second frame comes before the first scan. */
    DUPLICATE_FRAME,
    /** A second start of image comes before the first scan. */
    DUPLICATE_START,
    /** The image ends without a scan. */
    MISSING_SCAN,
    /** The length of the frame header does not fit its components. */
    FRAME_HEADER_LENGTH,
    /** The samples have a number of bits that their coding does not allow. */
    SAMPLE_PRECISION,
    /** A component has sampling factors outside 1 to 4. */
    SAMPLING_FACTORS,
    /** Two components have the same identifier. */
    DUPLICATE_COMPONENT,
    /** A table of quantisation or Huffman codes has a class or a number that does not exist, or a component names such a one. */
    TABLE_NUMBER,
    /** A table of quantisation or Huffman codes runs past its segment. */
    TABLE_RUNS_PAST_SEGMENT,
    /** The header of a scan contradicts itself or the frame. */
    SCAN_HEADER,
    /** The coding is legal, and few decoders read it. */
    RARE_CODING,

    // PNG.

    /** The variant of PNG that Apple's tools make for iOS, which other decoders refuse. */
    APPLE_PNG,
    /** There is no chunk type where a chunk should begin. */
    NOT_A_CHUNK,
    /** The first chunk is another one than IHDR. */
    MISSING_IHDR,
    /** IHDR comes twice. */
    DUPLICATE_IHDR,
    /** A chunk has a length that it must not have. */
    CHUNK_LENGTH,
    /** A chunk runs past the end of the file. */
    CHUNK_RUNS_PAST_END,
    /** A checksum is wrong. */
    CHECKSUM,
    /** The compression, filter or interlace method is one that does not exist. */
    CODING_METHOD,
    /** A combination of colour type and bit depth that does not exist. */
    COLOUR_TYPE,
    /** The colours are indexed, and no palette comes before the image data. */
    MISSING_PALETTE,
    /** The palette has no whole entries, none, or more than 256. */
    PALETTE_LENGTH,
    /** A palette comes twice. */
    DUPLICATE_PALETTE,
    /** A chunk that decoders must understand, and of a type that none knows. */
    UNKNOWN_CRITICAL_CHUNK,
    /** The transparency does not fit the colours. */
    TRANSPARENCY_LENGTH,
    /** Image data go on behind another chunk. */
    INTERRUPTED_IMAGE_DATA,
    /** The image ends without image data. */
    MISSING_IMAGE_DATA,

    // WebP and GIF.

    /** The image data do not begin as their coding does. */
    IMAGE_DATA_START,
    /** The canvas has another size than the image on it, or a frame reaches beyond it. */
    CANVAS_SIZE,
    /** What should be a block of a GIF is of no known kind. */
    NOT_A_BLOCK,

    // Matroska and WebM (RFC 9559).

    /** There is no element where one should begin. */
    NOT_AN_ELEMENT,
    /** No tracks are described where they can be found. */
    MISSING_TRACKS,
    /** An element runs past the one that holds it. */
    ELEMENT_RUNS_PAST_PARENT,
    /** The segment runs past the end of the file. */
    ELEMENT_RUNS_PAST_END,
    /** An element has a size that its type does not allow. */
    ELEMENT_SIZE,
    /** The segment does not say how long it is. */
    UNKNOWN_LENGTH,

    // MP4 and QuickTime (ISO/IEC 14496-12, QTFF).

    /** There is no box where one should begin. */
    NOT_A_BOX,
    /** A box claims a size that no box has. */
    BOX_SIZE,
    /** A box is too short for the fields that it must hold. */
    BOX_TOO_SHORT,
    /** A box runs past the box that holds it. */
    BOX_RUNS_PAST_PARENT,
    /** A box runs past the end of the file. */
    BOX_RUNS_PAST_END,
    /** A box that must be there is missing. */
    MISSING_BOX,
    /** A box that may come once comes twice. */
    DUPLICATE_BOX,
    /** There is no {@code moov}. */
    MISSING_MOOV,
    /** A segment of a stream, whose {@code moov} is another file. */
    SEGMENT_WITHOUT_MOOV,
    /** {@code moov} announces fragments, and there is none. */
    MISSING_FRAGMENTS,
    /** A compressed {@code moov} that cannot be read. */
    COMPRESSED_MOOV,
    /** A timescale of 0. */
    ZERO_TIMESCALE,
    /** A duration of 2⁶³ ticks or more. */
    DURATION_TOO_LONG,
    /** {@code stsd} is empty. */
    MISSING_SAMPLE_DESCRIPTION,
    /** A table has more entries than fit into its box. */
    TABLE_RUNS_PAST_BOX,
    /** The video track is encrypted. */
    ENCRYPTED,
    /** The frames are in another file. */
    EXTERNAL_MEDIA,
    /** The video track has no sample. */
    NO_SAMPLES,
    /** A chunk of samples begins behind the end of the file. */
    SAMPLES_BEHIND_END,
    /** A chunk of samples begins within {@code moov}, or another header. */
    SAMPLES_IN_HEADERS,
    /** A full box has a version that does not exist. */
    UNKNOWN_VERSION,
    /** A table of samples is empty while another one has entries. */
    CONTRADICTING_TABLES,
    /** The sizes of a compact table of sizes have a number of bits that does not exist. */
    SAMPLE_SIZE_FIELD,
    /** A track stands within another. */
    NESTED_TRACK,
    /** {@code dref} holds no entry, fewer than it claims, or one of size 0. */
    DATA_REFERENCE,
    /** A QuickTime reference movie, which only names other files. */
    REFERENCE_MOVIE,
    /** The media data of the last fragment are missing. */
    MISSING_MEDIA_DATA,
    /** The sample description names an unknown codec. */
    UNKNOWN_CODEC,
    /** The parameter sets that decoders need are neither in the codec configuration nor in the first sample, or are cut off. */
    MISSING_PARAMETER_SETS,
    /** The codec configuration says in how many bytes each unit has its length, and the first sample has it in others. */
    UNIT_LENGTH,
    /** A fragment is left out in the middle. */
    MISSING_FRAGMENT,
    /** Something that is no known box begins behind the movie and its data, and runs past the end of the file. */
    UNKNOWN_TRAILER
}
