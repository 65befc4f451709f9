package io.mediapreflight.request.url;

/** An IPv4 address. */
record Ipv4(int bits) {
    static Ipv4 of(long bits) {
        return new Ipv4((int) bits);
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits & 0xFF);
    }
}
