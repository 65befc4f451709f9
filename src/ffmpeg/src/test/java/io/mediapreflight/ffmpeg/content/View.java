package io.mediapreflight.ffmpeg.content;

import java.util.SplittableRandom;

/**
 * One look of a camera at a {@link World}, with a figure before it.
 *
 * @param x the left edge, in pixels of the world
 * @param y the top edge
 * @param zoom pixels of the world a pixel of the frame
 * @param mean luma on average
 * @param contrast deviation of the luma
 * @param figure how wide the figure is, in parts of the frame's width; 0 for none
 * @param figureX where its middle is, in parts of the frame's width
 */
record View(World world, float x, float y, float zoom, float mean, float contrast, float figure, float figureX) {
    static final int WIDTH = 192;
    static final int HEIGHT = 108;

    /** Seen straight, in good light, without a figure. */
    static View of(World world) {
        return new View(world, 0, 0, 1, 120, 45, 0, 0);
    }

    View moved(double right, double down) {
        return new View(world, x + (float) right, y + (float) down, zoom, mean, contrast, figure, figureX);
    }

    /** About the middle of the frame. */
    View zoomed(double factor) {
        float wider = zoom * (float) factor;
        float left = x + (zoom - wider) * WIDTH / 2;
        float top = y + (zoom - wider) * HEIGHT / 2;
        return new View(world, left, top, wider, mean, contrast, figure, figureX);
    }

    View lit(double newMean, double newContrast) {
        return new View(world, x, y, zoom, (float) newMean, (float) newContrast, figure, figureX);
    }

    View figure(double width, double middle) {
        return new View(world, x, y, zoom, mean, contrast, (float) width, (float) middle);
    }

    /** Its luma, not yet noisy, row by row. */
    float[] frame() {
        float[] luma = new float[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                float across = ((float) column / WIDTH - figureX) / Math.max(figure, 1e-6f) * 2;
                float down = (float) row / HEIGHT * 2 - 1.1f;
                float value = across * across + down * down < 1
                        ? 1.2f * world.at(999 + across * 40, 777 + down * 40) - 0.8f
                        : world.at(x + column * zoom, y + row * zoom);
                luma[row * WIDTH + column] = mean + contrast * value;
            }
        }
        return luma;
    }

    /** As a camera and an encoder leave it: noise, steps, and blocks of 8 that are a little off. */
    static byte[] recorded(float[] luma, double noise, SplittableRandom random) {
        byte[] recorded = new byte[luma.length];
        float[] off = new float[(WIDTH / 8 + 1) * (HEIGHT / 8 + 1)];
        for (int i = 0; i < off.length; i++) {
            off[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        for (int i = 0; i < luma.length; i++) {
            int block = i / WIDTH / 8 * (WIDTH / 8) + i % WIDTH / 8;
            double grain = noise * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
            int steps = Math.round((float) (luma[i] + grain + off[block]) / 2) * 2;
            recorded[i] = (byte) Math.max(0, Math.min(255, steps));
        }
        return recorded;
    }
}
