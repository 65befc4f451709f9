package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Whether a class path holds FFmpeg for this platform. Looks for files, and loads no class of JavaCPP's. */
public final class ClassPathNatives {
    private static final List<String> ARTIFACTS = List.of("ffmpeg", "javacpp");
    private static final List<String> LIBRARIES = List.of("jniavformat", "jnijavacpp");
    private static final List<String> CLASSES = List.of("global/avformat", "Loader");

    private static final String NO_VERSION = "VERSION";

    private ClassPathNatives() {}

    /** What the class path of this program lacks. */
    public static Optional<String> missing() {
        return missing(ClassPath.ofThisProgram());
    }

    /**
     * What a class path lacks.
     *
     * @return one sentence that says what to add; empty where nothing is missing
     */
    public static Optional<String> missing(List<Path> classPath) {
        String platform = platform();
        List<String> lacking = new ArrayList<>();
        try (URLClassLoader files = new URLClassLoader(urls(classPath), null)) {
            for (int i = 0; i < ARTIFACTS.size(); i++) {
                String directory = "org/bytedeco/" + ARTIFACTS.get(i) + "/";
                boolean classes = files.getResource(directory + CLASSES.get(i) + ".class") != null;
                if (!classes || files.getResource(directory + platform + "/" + library(LIBRARIES.get(i))) == null) {
                    String coordinates = "org.bytedeco:" + ARTIFACTS.get(i) + ":" + version(files, ARTIFACTS.get(i));
                    lacking.add((classes ? "" : coordinates + " and ") + coordinates + ":" + platform);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(Phrase.of("ffmpeg:worker.missing")
                        .with("platform", platform)
                        .with("count", lacking.size())
                        .with(
                                "artifacts",
                                lacking.stream().map(Phrase::verbatim).toList())
                        .toString());
    }

    /**
     * Which FFmpeg a class path holds for this platform: its version, and the name of the jar with its natives, of which there are
     * several to a version.
     *
     * @return such as {@code 7.1.1-1.5.12 (ffmpeg-7.1.1-1.5.12-linux-x86_64.jar)}; empty where it lies in no jar with a version
     */
    static Optional<String> ffmpeg(List<Path> classPath) {
        String natives = "org/bytedeco/ffmpeg/" + platform() + "/" + library(LIBRARIES.get(0));
        try (URLClassLoader files = new URLClassLoader(urls(classPath), null)) {
            String version = version(files, ARTIFACTS.get(0));
            URL found = files.getResource(natives);
            if (version.equals(NO_VERSION)
                    || found == null
                    || !found.getProtocol().equals("jar")) {
                return Optional.empty();
            }
            String jar = found.getPath().substring(0, found.getPath().lastIndexOf("!/"));
            return Optional.of(version + " (" + jar.substring(jar.lastIndexOf('/') + 1) + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The platform as JavaCPP calls it, such as {@code linux-x86_64}. */
    public static String platform() {
        String given = System.getProperty("org.bytedeco.javacpp.platform");
        if (given != null) {
            return given;
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("mac os x")
                ? "macosx"
                : system.startsWith("windows") ? "windows" : system.replace(" ", "");
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name + "-" + machineName(machine);
    }

    private static String machineName(String machine) {
        return switch (machine) {
            case "amd64", "x86-64", "x64" -> "x86_64";
            case "aarch64", "armv8" -> "arm64";
            case "i386", "i486", "i586", "i686" -> "x86";
            default -> machine;
        };
    }

    private static String library(String name) {
        String mapped = System.mapLibraryName(name);
        return mapped.endsWith(".dylib") || mapped.endsWith(".so") ? mapped : name + ".dll";
    }

    /** The classes and the natives have to be of one version. */
    private static String version(URLClassLoader files, String artifact) throws IOException {
        try (InputStream in =
                files.getResourceAsStream("META-INF/maven/org.bytedeco/" + artifact + "/pom.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", NO_VERSION);
        }
    }

    private static URL[] urls(List<Path> classPath) {
        List<URL> urls = new ArrayList<>();
        for (Path each : classPath) {
            try {
                urls.add(each.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
