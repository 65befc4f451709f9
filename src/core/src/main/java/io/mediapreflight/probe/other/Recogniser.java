package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import java.io.IOException;
import java.util.Optional;

/** Knows one format, or a few that are alike. Stateless. */
interface Recogniser {
    /**
     * What the file is; empty where it is anything else.
     *
     * @throws IOException where the bytes cannot be read
     */
    Optional<Probed> recognise(Prefix prefix) throws IOException, MalformedException;
}
