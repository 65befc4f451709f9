package io.mediapreflight.cli.console;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output, where the line of progress may be in the way. */
public final class Screen extends OutputStream {
    private final OutputStream out;
    private Runnable clearing = () -> {};

    public Screen(OutputStream out) {
        this.out = out;
    }

    /** From now on, this is done before anything is written. */
    public void clearBy(Runnable value) {
        clearing = value;
    }

    @Override
    public void write(int b) throws IOException {
        clearing.run();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        clearing.run();
        out.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
