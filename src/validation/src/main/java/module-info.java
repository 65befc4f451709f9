/** Constraints of Jakarta Bean Validation. */
module io.mediapreflight.validation {
    requires transitive io.mediapreflight.core;
    requires transitive jakarta.validation;
    requires io.mediapreflight.io;
    requires static org.hibernate.validator;

    exports io.mediapreflight.validation;

    // A provider makes the validators.
    opens io.mediapreflight.validation to
            org.hibernate.validator;
}
