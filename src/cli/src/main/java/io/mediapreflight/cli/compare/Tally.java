package io.mediapreflight.cli.compare;

import java.util.EnumMap;
import java.util.Map;

/** How often each program said the same, and how often something else. */
final class Tally {
    private final Map<Fact, Map<MediaTool, Count>> counts = new EnumMap<>(Fact.class);
    private final Count all = new Count();
    private long files;
    private long problems;

    /** Of one fact and program, or of all. */
    static final class Count {
        private long same;
        private long explained;
        private long unexplained;

        long same() {
            return same;
        }

        /** Differences with a reason. */
        long explained() {
            return explained;
        }

        /** Differences without. */
        long unexplained() {
            return unexplained;
        }

        long different() {
            return explained + unexplained;
        }

        private void add(Difference difference) {
            if (difference.reason().isPresent()) {
                explained++;
            } else {
                unexplained++;
            }
        }
    }

    void add(ComparedFile file) {
        files++;
        problems += file.problems().size();
        file.same().forEach(each -> {
            count(each.fact(), each.tool()).same++;
            all.same++;
        });
        file.differences().forEach(each -> {
            count(each.fact(), each.tool()).add(each);
            all.add(each);
        });
    }

    private Count count(Fact fact, MediaTool tool) {
        return counts.computeIfAbsent(fact, key -> new EnumMap<>(MediaTool.class))
                .computeIfAbsent(tool, key -> new Count());
    }

    Map<Fact, Map<MediaTool, Count>> counts() {
        return counts;
    }

    Count all() {
        return all;
    }

    long files() {
        return files;
    }

    /** How often a program, or this one, had no result for a file. */
    long problems() {
        return problems;
    }
}
