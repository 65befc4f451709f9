/** Local media into an object store, and signed URLs of them for a service. Begin with {@link io.mediapreflight.s3.upload.S3Uploader}. */
@NullMarked
package io.mediapreflight.s3.upload;

import org.jspecify.annotations.NullMarked;
