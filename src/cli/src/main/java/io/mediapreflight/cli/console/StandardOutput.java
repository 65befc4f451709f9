package io.mediapreflight.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output, which notices when it has no reader any more ({@code | head}). A JVM is not ended by SIGPIPE: it learns of it from an
 * error of the next write.
 */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private volatile boolean closed;

    /** Over the stream of the process. */
    public StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** That standard output has no reader any more. */
    static final class ClosedPipeException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedPipeException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Whether a write has failed because there is no reader any more. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (!isEpipe(e)) {
                throw e;
            }
            closed = true;
            throw new ClosedPipeException(e);
        }
    }

    /** The words of EPIPE; those of Windows are of its language, and end as any other error does. */
    private static boolean isEpipe(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed");
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
