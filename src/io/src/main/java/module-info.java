/** Sources of input streams, which can be read only once. */
module io.mediapreflight.io {
    requires transitive io.mediapreflight.core;
    requires org.apache.commons.io;

    exports io.mediapreflight.io;
}
