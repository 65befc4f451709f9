package io.mediapreflight.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Compares what a check costs in two jars of {@code preflight-core}, in one JVM and in turn. It counts the processor time of its
 * own thread, which other work on the machine disturbs far less than the time that passes.
 */
public final class CheckComparison {
    private static final int CHECKS = 400; // in one round of one jar
    private static final int ROUNDS = 1000; // of each; the first half, in which the JVM compiles, is not counted
    private static final int FASTEST = 50; // the share of the rounds that others disturbed least: one in so many

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CheckComparison() {}

    /** {@code OLD_JAR NEW_JAR FILE…}. */
    public static void main(String[] args) throws Throwable {
        MethodHandle before = check(Path.of(args[0]));
        MethodHandle after = check(Path.of(args[1]));
        for (String file : Arrays.copyOfRange(args, 2, args.length)) {
            System.out.println(compared(before, after, Path.of(file)));
        }
    }

    /** The jar's {@code Preflight.standard().check(Path)}, by a class loader of its own that no other jar shares. */
    private static MethodHandle check(Path jar) throws Throwable {
        ClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Class<?> preflight = loader.loadClass("io.mediapreflight.Preflight");
        Object standard = preflight.getMethod("standard").invoke(null);
        return MethodHandles.lookup()
                .unreflect(preflight.getMethod("check", Path.class))
                .bindTo(standard)
                .asType(MethodType.methodType(Object.class, Path.class));
    }

    private static String compared(MethodHandle before, MethodHandle after, Path file) throws Throwable {
        double[] old = new double[ROUNDS];
        double[] now = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            // Turn about, since the one that follows finds the caches as the other has left them.
            if (round % 2 == 0) {
                old[round] = microseconds(before, file);
                now[round] = microseconds(after, file);
            } else {
                now[round] = microseconds(after, file);
                old[round] = microseconds(before, file);
            }
        }
        double oldFastest = fast(old);
        double nowFastest = fast(now);
        return String.format(
                Locale.ROOT,
                "%-40s before %.2f us, after %.2f us: %.2f",
                file.getFileName(),
                oldFastest,
                nowFastest,
                nowFastest / oldFastest);
    }

    private static double microseconds(MethodHandle check, Path file) throws Throwable {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < CHECKS; i++) {
            Object verdict = (Object) check.invokeExact(file);
            if (verdict == null) {
                throw new IllegalStateException("a check gave no verdict");
            }
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / CHECKS;
    }

    private static double fast(double[] rounds) {
        double[] counted = Arrays.copyOfRange(rounds, rounds.length / 2, rounds.length);
        Arrays.sort(counted);
        return counted[counted.length / FASTEST];
    }
}
