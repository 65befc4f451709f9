package io.mediapreflight.ffmpeg.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The constants of an enum by names, which do not depend on their order. */
final class Ids<E extends Enum<E>> {
    private final Function<E, String> id;
    private final Map<String, E> byId = new HashMap<>();

    Ids(Class<E> type, Function<E, String> id) {
        this.id = id;
        for (E constant : type.getEnumConstants()) {
            byId.put(id.apply(constant), constant);
        }
    }

    String of(E constant) {
        return id.apply(constant);
    }

    /** @throws ProtocolException where no constant has that name */
    E named(String name) throws ProtocolException {
        E constant = byId.get(name);
        if (constant == null) {
            throw ProtocolException.garbled();
        }
        return constant;
    }
}
