package org.example.uploads;

import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spring.CheckedUploads;
import io.mediapreflight.validation.ReferenceImage;
import io.mediapreflight.validation.ReferenceVideo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartFile;

/** A service as its developers would write it. */
@SpringBootApplication
public class SampleApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    /** A form with both media. */
    public record Motion(
            @NotBlank String prompt,
            @ReferenceImage MultipartFile image,
            @ReferenceVideo MultipartFile video) {}

    @RestController
    static class Uploads {
        private final CheckedUploads uploads;

        Uploads(CheckedUploads uploads) {
            this.uploads = uploads;
        }

        @PostMapping("/images")
        String image(@RequestParam @ReferenceImage MultipartFile file) {
            return "stored " + file.getSize();
        }

        @PostMapping("/motions")
        String motion(@Valid @ModelAttribute Motion motion) {
            return "stored " + motion.prompt();
        }

        @PostMapping("/videos")
        String video(HttpServletRequest request) throws IOException {
            try (CountingStream store = new CountingStream()) {
                uploads.receive(request, Subject.video(Orientation.VIDEO), store);
                return "stored " + store.count;
            }
        }

        /** The same without a check, to compare the time of both. */
        @PostMapping("/unchecked")
        String unchecked(HttpServletRequest request) throws IOException {
            try (CountingStream store = new CountingStream()) {
                request.getInputStream().transferTo(store);
                return "stored " + store.count;
            }
        }
    }

    /** What the application itself answers to other errors. */
    @RestControllerAdvice
    static class Errors {
        @ExceptionHandler
        @ResponseStatus(HttpStatus.CONFLICT)
        String invalid(MethodArgumentNotValidException invalid) {
            return "ours";
        }
    }

    /** Stands for whatever keeps uploads. */
    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
