package io.mediapreflight.audit.cache;

/**
 * An object of a store in a certain state.
 *
 * @param name of the object, unlike that of any other in any store: {@code s3://bucket/key}, with the store in front where it is not
 *     the usual one. It begins with no slash, so that no file has it
 * @param size in bytes
 * @param entityTag of its bytes: other bytes have another
 */
public record ObjectState(String name, long size, String entityTag) implements AssetState {
    public ObjectState {
        if (!name.contains("://") || entityTag.isEmpty()) {
            throw new IllegalArgumentException("an object is known by a URL and an entity tag");
        }
    }
}
