package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.s3.S3Access;
import io.mediapreflight.s3.S3Location;
import io.mediapreflight.s3.upload.LifecycleRule;
import io.mediapreflight.s3.upload.S3Uploader;
import io.mediapreflight.submit.upload.Uploader;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.time.Duration;

/** Uploads while a command runs. Loaded only with {@code --upload}: Amazon's library is larger than all of the program. */
final class UploadSession implements AutoCloseable {
    private final S3Uploader uploader;

    private UploadSession(S3Uploader uploader) {
        this.uploader = uploader;
    }

    /** Makes ready, and says how what is uploaded can be deleted again. */
    static UploadSession open(UploadOptions options, Diagnostics diagnostics) throws UsageException, IOException {
        String option = UploadOptions.UPLOAD;
        try {
            S3Location place = S3Location.parse(options.place());
            option = ObjectOptions.ENDPOINT;
            S3Access access = options.endpoint().isPresent()
                    ? S3Access.standard().at(options.endpoint().get())
                    : S3Access.standard();
            S3Uploader.Builder builder = S3Uploader.builder(place, access).validFor(Flags.UPLOAD_VALID);
            if (options.keepDays().isPresent()) {
                option = UploadOptions.KEEP;
                int days = options.keepDays().getAsInt();
                builder.keptFor(Duration.ofDays(days));
                diagnostics.say(Phrase.of("cli:upload-keep")
                        .with("place", place.toString())
                        .with("days", days)
                        .with("bucket", place.bucket())
                        .with("rule", new LifecycleRule(place, days).json()));
            }
            option = ObjectOptions.CONFIGURED_ENDPOINT;
            return new UploadSession(builder.build());
        } catch (RefusedValueException e) {
            throw new UsageException(
                    Phrase.of("cli:upload-refused").with("option", option).with("reason", e.reason()));
        }
    }

    Uploader uploader() {
        return uploader;
    }

    @Override
    public void close() {
        uploader.close();
    }
}
