/** A program of another project, on the module path. */
module org.example.uploads {
    requires io.mediapreflight.submit;
}
