package io.mediapreflight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public types of a module and their public members, a line each. */
final class PublicApi {
    private PublicApi() {}

    /**
     * The API of compiled classes, which must be on the class path too.
     *
     * @param isExported whether a package is open to other modules
     */
    static List<String> of(Path classes, Predicate<String> isExported) throws IOException {
        Set<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> type(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .filter(type -> isPublic(type) && isExported.test(type.getPackageName()))
                    .forEach(type -> add(lines, type));
        }
        return List.copyOf(lines);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static boolean isPublic(Class<?> type) {
        boolean isOpen = isOpen(type.getModifiers()) && !type.isAnonymousClass();
        return isOpen && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static void add(Set<String> lines, Class<?> type) {
        String parents = Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(parent -> parent != Object.class && isPublic(parent))
                .map(Class::getTypeName)
                .collect(Collectors.joining(", "));
        lines.add(type.getTypeName() + ": " + kind(type) + (parents.isEmpty() ? "" : " of " + parents));
        for (Constructor<?> each : type.getDeclaredConstructors()) {
            if (isOpen(each.getModifiers()) && !type.isEnum()) {
                lines.add(type.getTypeName() + " new" + signature(each));
            }
        }
        for (Method each : type.getDeclaredMethods()) {
            if (isOpen(each.getModifiers()) && !each.isSynthetic()) {
                lines.add(type.getTypeName() + "." + each.getName() + signature(each) + " "
                        + each.getGenericReturnType().getTypeName()
                        + (Modifier.isStatic(each.getModifiers()) ? " static" : ""));
            }
        }
        for (Field each : type.getDeclaredFields()) {
            if (isOpen(each.getModifiers()) && !each.isSynthetic()) {
                lines.add(type.getTypeName() + "." + each.getName() + " "
                        + each.getGenericType().getTypeName());
            }
        }
    }

    private static String kind(Class<?> type) {
        if (type.isRecord() || type.isEnum() || type.isInterface()) {
            return (type.isSealed() && !type.isEnum() ? "sealed " : "")
                    + (type.isRecord() ? "record" : type.isEnum() ? "enum" : "interface");
        }
        int modifiers = type.getModifiers();
        return (Modifier.isFinal(modifiers) ? "final " : Modifier.isAbstract(modifiers) ? "abstract " : "") + "class";
    }

    private static String signature(Executable member) {
        String thrown = Arrays.stream(member.getExceptionTypes())
                .map(Class::getTypeName)
                .sorted()
                .collect(Collectors.joining(", "));
        return Arrays.stream(member.getGenericParameterTypes())
                        .map(each -> each.getTypeName())
                        .collect(Collectors.joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }
}
