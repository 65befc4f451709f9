package io.mediapreflight;

import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.ReachableRules;
import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares a local copy with what its URL serves: by size, by a digest where the server gives one, and by the bytes at the beginning,
 * which come with the first request anyway.
 */
final class ServedComparison {
    /** What a fetcher reads with its first request. */
    private static final int HEAD = 64 << 10;

    private final Preflight preflight;
    private final RuleId rule;

    ServedComparison(Preflight preflight, RuleId rule) {
        this.preflight = preflight;
        this.rule = rule;
    }

    Fetched compare(String url, LocalCopy copy) {
        try (ServedSource source = preflight.fetcher().orElseThrow().open(url)) {
            Served served = source.served();
            Optional<Phrase> difference = difference(served, source, copy);
            if (difference.isPresent()) {
                Fix fix = Fix.of(Phrase.of("fix.serve-the-file"));
                return fetched(Outcome.FAIL, difference.get(), fix, served);
            }
            return served.size().isPresent()
                    ? new Fetched(Optional.empty(), List.of(), Optional.of(served))
                    : fetched(
                            Outcome.UNKNOWN,
                            Phrase.of("reachable.size-unknown"),
                            Fix.of(Phrase.of("fix.serve-with-size")),
                            served);
        } catch (IOException e) {
            return unreachable(e);
        } catch (RuntimeException e) {
            return unreachable(GuardedSource.accident(e));
        }
    }

    private Fetched fetched(Outcome severity, Phrase why, Fix fix, Served served) {
        return new Fetched(
                Optional.empty(), List.of(ReachableRules.finding(rule, severity, why, fix)), Optional.of(served));
    }

    private Fetched unreachable(IOException e) {
        Phrase why = ReadFailure.reason(e);
        Fix fix = e instanceof UnreachableException ? ReadFailure.fix(e) : Fix.of(Phrase.of("fix.check-url-again"));
        Finding finding = ReachableRules.finding(rule, ReadFailure.severity(e), why, fix);
        return new Fetched(
                Optional.empty(), why.key().equals("url-defects") ? List.of() : List.of(finding), Optional.empty());
    }

    private Optional<Phrase> difference(Served served, Source source, LocalCopy copy) throws IOException {
        OptionalLong local;
        try {
            local = copy.size();
        } catch (IOException e) {
            return Optional.empty(); // the check of the copy says what is wrong with it
        }
        if (served.size().isPresent() && local.isPresent() && served.size().getAsLong() != local.getAsLong()) {
            return Optional.of(Phrase.of("reachable.other-size")
                    .with("size", served.size().getAsLong())
                    .with("local", local.getAsLong()));
        }
        OptionalLong at = firstDifference(source, copy);
        if (at.isPresent()) {
            return Optional.of(Phrase.of("reachable.other-bytes").with("offset", at.getAsLong()));
        }
        return otherDigest(served, copy, local);
    }

    private static OptionalLong firstDifference(Source served, LocalCopy copy) throws IOException {
        byte[] remote = head(served);
        byte[] here;
        if (copy.source().isPresent()) {
            here = head(copy.source().get());
        } else {
            try (FileSource file = FileSource.open(copy.file().orElseThrow())) {
                here = head(file);
            } catch (IOException e) {
                return OptionalLong.empty(); // likewise
            }
        }
        int at = Arrays.mismatch(remote, here);
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(at);
    }

    private static byte[] head(Source source) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        GuardedSource guarded = GuardedSource.of(source);
        int read = 0;
        while (read >= 0 && head.hasRemaining()) {
            try {
                read = guarded.read(head.position(), head);
            } catch (BytesUnavailableException e) {
                break;
            }
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    private Optional<Phrase> otherDigest(Served served, LocalCopy copy, OptionalLong local) throws IOException {
        for (Map.Entry<String, String> each : served.digests().entrySet()) {
            MessageDigest algorithm;
            try {
                algorithm = MessageDigest.getInstance(each.getKey());
            } catch (NoSuchAlgorithmException e) {
                continue;
            }
            long maximum = local.orElse(preflight.limits().largestBytes());
            if (!copy.digest(algorithm, maximum).equals(each.getValue())) {
                return Optional.of(Phrase.of("reachable.other-digest").with("algorithm", each.getKey()));
            }
        }
        return Optional.empty();
    }
}
