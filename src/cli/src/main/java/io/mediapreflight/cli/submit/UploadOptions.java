package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.options.Flags;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where local media are uploaded to. Nothing of object stores is loaded for it.
 *
 * @param place {@code s3://BUCKET/PREFIX}
 * @param endpoint of another store than Amazon's; empty for what environment and profile say
 * @param keepDays after how many days a rule of the store is to delete them
 */
record UploadOptions(String place, Optional<String> endpoint, OptionalInt keepDays) {
    static final String UPLOAD = "--upload";
    static final String KEEP = "--upload-keep";
    private static final String ENDPOINT = ObjectOptions.ENDPOINT;

    /** A URL is valid for a day. */
    private static final int MIN_DAYS = 2;

    private static final int MAX_DAYS = 36_500;

    static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value(UPLOAD, "s3://BUCKET/PREFIX"))
                .addOption(Flags.value(KEEP, "DAYS"))
                .addOption(Flags.value(ENDPOINT, "URL"));
    }

    /** Empty where nothing is uploaded. */
    static Optional<UploadOptions> of(ParseResult parsed) throws UsageException {
        Optional<String> place = Flags.text(parsed, UPLOAD);
        if (place.isEmpty()) {
            Flags.refuse(parsed, List.of(KEEP, ENDPOINT), UPLOAD);
            return Optional.empty();
        }
        int days = (int) BatchOptions.number(parsed, KEEP, MIN_DAYS, MAX_DAYS, 0);
        return Optional.of(new UploadOptions(
                place.get(), Flags.text(parsed, ENDPOINT), days == 0 ? OptionalInt.empty() : OptionalInt.of(days)));
    }
}
