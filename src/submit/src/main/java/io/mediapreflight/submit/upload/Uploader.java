package io.mediapreflight.submit.upload;

import java.io.IOException;

/**
 * Puts local media where the service can fetch them. Safe for use by several threads at once. What its exceptions say is shown to
 * people: no signature and no key may stand in them.
 */
public interface Uploader {
    /**
     * The URL at which media will lie, without a signature. It is judged before anything is put. Nothing is asked for.
     *
     * @throws IOException where there can be none
     */
    String place(Upload upload) throws IOException;

    /**
     * Puts media, unless the same bytes lie there already, and makes sure of the size and the digest of what lies there then.
     *
     * @return a URL of them for every client, which is valid long enough for the service's queue and its fetching: an hour at the least
     * @throws IOException where they could not be put, or where what arrived is not what was put
     */
    UploadedMedia upload(Upload upload) throws IOException;
}
