package io.mediapreflight.ffmpeg.content;

import java.util.SplittableRandom;

/** A made landscape, larger than a frame, that a camera can look at from anywhere. It repeats at its edges. */
final class World {
    private static final int SIZE = 512;

    private final float[] luma = new float[SIZE * SIZE];

    private World() {}

    /** Clouds, hills, walls: noise of several sizes, and some round things. */
    static World natural(long seed) {
        World world = new World();
        SplittableRandom random = new SplittableRandom(seed);
        float weight = 1;
        for (int cell = 128; cell >= 4; cell /= 2) {
            world.addNoise(random, cell, weight);
            weight *= 0.6f;
        }
        for (int i = 0; i < 24; i++) {
            world.addDisc(random.nextInt(SIZE), random.nextInt(SIZE), 8 + random.nextInt(40), random.nextInt(-2, 3));
        }
        return world.scaled();
    }

    /** Rooms, streets, screens: rectangles with stripes on a plain ground. */
    static World built(long seed) {
        World world = new World();
        SplittableRandom random = new SplittableRandom(seed);
        world.addNoise(random, 256, 1);
        for (int i = 0; i < 60; i++) {
            int left = random.nextInt(SIZE);
            int top = random.nextInt(SIZE);
            int width = 12 + random.nextInt(90);
            int height = 12 + random.nextInt(90);
            int stripe = 3 + random.nextInt(20);
            float one = random.nextInt(-20, 21) / 10f;
            float other = random.nextBoolean() ? one : one / 2;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int at = (top + y) % SIZE * SIZE + (left + x) % SIZE;
                    world.luma[at] = x / stripe % 2 == 0 ? one : other;
                }
            }
        }
        return world.scaled();
    }

    private void addNoise(SplittableRandom random, int cell, float weight) {
        int cells = SIZE / cell;
        float[] grid = new float[cells * cells];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) random.nextDouble(-1, 1);
        }
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                luma[y * SIZE + x] += weight * between(grid, cells, (float) x / cell, (float) y / cell);
            }
        }
    }

    private void addDisc(int centreX, int centreY, int radius, int value) {
        for (int y = -radius; y <= radius; y++) {
            for (int x = -radius; x <= radius; x++) {
                if (x * x + y * y <= radius * radius) {
                    int at = Math.floorMod(centreY + y, SIZE) * SIZE + Math.floorMod(centreX + x, SIZE);
                    luma[at] = luma[at] / 2 + value;
                }
            }
        }
    }

    /** To a mean of 0 and a deviation of 1. */
    private World scaled() {
        double sum = 0;
        double squares = 0;
        for (float value : luma) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / luma.length;
        double deviation = Math.sqrt(squares / luma.length - mean * mean);
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (float) ((luma[i] - mean) / deviation);
        }
        return this;
    }

    /** The luma at a place, deviations from the mean. */
    float at(float x, float y) {
        return between(luma, SIZE, x, y);
    }

    private static float between(float[] grid, int size, float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = x - left;
        float lower = y - top;
        int x0 = Math.floorMod(left, size);
        int x1 = Math.floorMod(left + 1, size);
        int y0 = Math.floorMod(top, size) * size;
        int y1 = Math.floorMod(top + 1, size) * size;
        float upper = grid[y0 + x0] * (1 - right) + grid[y0 + x1] * right;
        float under = grid[y1 + x0] * (1 - right) + grid[y1 + x1] * right;
        return upper * (1 - lower) + under * lower;
    }
}
