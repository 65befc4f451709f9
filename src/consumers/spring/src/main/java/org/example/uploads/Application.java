package org.example.uploads;

import io.mediapreflight.validation.ReferenceVideo;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A service with checked uploads, which uploads the files of its arguments to itself and prints what it answers. */
@SpringBootApplication
public class Application {
    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(Application.class)) {
            int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
            for (String argument : arguments) {
                HttpResponse<String> response = upload(port, Path.of(argument));
                System.out.println(response.statusCode() + " " + response.body());
            }
        }
    }

    @RestController
    static class Videos {
        @PostMapping("/videos")
        String store(@RequestParam @ReferenceVideo MultipartFile video) {
            return "stored " + video.getSize() + " bytes";
        }
    }

    private static HttpResponse<String> upload(int port, Path file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"video\"; filename=\"" + file.getFileName()
                        + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/videos"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
