package io.mediapreflight.probe.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The constants of an enum by names that outlive a new order of them. */
public final class EnumIds<E extends Enum<E>> {
    private final Function<E, String> id;
    private final Map<String, E> byId = new HashMap<>();

    /**
     * For all constants of an enum.
     *
     * @param id another name for each of them
     */
    public EnumIds(Class<E> type, Function<E, String> id) {
        this.id = id;
        for (E constant : type.getEnumConstants()) {
            byId.put(id.apply(constant), constant);
        }
    }

    public String of(E constant) {
        return id.apply(constant);
    }

    /**
     * The constant of that name.
     *
     * @throws CorruptEncodingException where there is none
     */
    public E named(String name) throws CorruptEncodingException {
        E constant = byId.get(name);
        if (constant == null) {
            throw new CorruptEncodingException();
        }
        return constant;
    }
}
