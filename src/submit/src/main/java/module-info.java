/** Sends cleared requests, each once, and follows the tasks they become. */
@SuppressWarnings("module") // the command line is not there yet when this module is compiled
module io.mediapreflight.submit {
    requires transitive io.mediapreflight.core;
    requires transitive java.net.http;
    requires io.mediapreflight.json;
    requires tools.jackson.core;

    exports io.mediapreflight.submit;
    exports io.mediapreflight.submit.batch;
    exports io.mediapreflight.submit.transport;
    exports io.mediapreflight.submit.upload;
    exports io.mediapreflight.submit.journal;
    exports io.mediapreflight.submit.json to
            io.mediapreflight.cli;
}
