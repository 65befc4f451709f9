package io.mediapreflight.remote;

/**
 * The end of a chain of redirects.
 *
 * @param url where it ended, secrets included
 */
record Answer(Response response, String url) implements AutoCloseable {
    @Override
    public void close() {
        response.close();
    }

    @Override
    public String toString() {
        return "Answer[" + response.status() + "]";
    }
}
