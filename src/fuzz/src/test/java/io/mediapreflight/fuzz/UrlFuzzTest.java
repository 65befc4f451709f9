package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.request.url.FetchTarget;
import io.mediapreflight.request.url.MaskedUrl;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.request.url.UrlDefect;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** URLs as they stand in a request: what passes leads to a public host, by the JDK's reading too, and nothing secret is shown. */
class UrlFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String SECRET = "S3cr3tXyz";

    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "https://media.example.com/dance.mp4",
                "http://0x7f.1/clip.mp4",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://１２７.0.0.1/",
                "https://user:pass@host.example.org:8443/a?b=c#d",
                "https://bücher.de/ä.png",
                "https://xn--bcher-kva.de/",
                "https://s3.amazonaws.com/b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261123T110000Z&X-Amz-Expires=7200",
                "https://drive.google.com/file/d/1/view",
                "data:image/png;base64,iVBORw0KGgo=",
                "https://a.b.c.d.e.f/%00%2e%2e/");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "url.dict")
    @FuzzTest(maxDuration = "")
    void any_url_is_judged_and_nothing_secret_of_it_is_shown(byte[] bytes) throws Exception {
        String text = Texts.of(bytes);
        PublicUrl url = PublicUrl.read(text);
        List<UrlDefect> defects = url.defects(NOW);
        Texts.requireSame(PublicUrl.read(text).defects(NOW), defects, "another time");
        defects.forEach(defect -> Texts.requireShown(defect.what().toString()));
        Texts.requireShown(url.toString());
        url.sharePage().ifPresent(page -> Texts.requireShown(page.toString()));
        requireMasked(text);
        Optional<FetchTarget> target = url.target();
        boolean isFit = !url.isEmbedded() && defects.isEmpty();
        Texts.require(!isFit || target.isPresent(), "fit and not to be fetched: " + text);
        if (target.isPresent()) {
            requireTarget(target.get(), isFit);
        }
    }

    private static void requireTarget(FetchTarget target, boolean isFit) throws UnknownHostException {
        String ascii = target.url();
        Texts.require(ascii.chars().allMatch(c -> c > ' ' && c < 0x7F), "not ASCII: " + ascii);
        Texts.requireSame(PublicUrl.read(ascii).target(), Optional.of(target), "another target by its own URL");
        if (isFit) {
            Texts.require(!PublicUrl.read(ascii).defects(NOW).stream().anyMatch(UrlDefect::isPrivateHost), ascii);
            String host = target.host();
            Texts.requireSame(URI.create(ascii).getRawAuthority().indexOf('@'), -1, "user info in " + ascii);
            if (host.indexOf(':') >= 0 || host.matches("[0-9.]+")) {
                requirePublic(InetAddress.getByName(host)); // a literal, of which no server is asked
            }
            Texts.require(!host.matches(".*[.]0x[0-9a-f]*|0x[0-9a-f]*|localhost|.*[.]localhost"), "fit: " + host);
        }
    }

    private static void requirePublic(InetAddress address) {
        boolean isPublic = !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isSiteLocalAddress();
        Texts.require(isPublic, "fit: " + address);
    }

    /** Neither a query nor user info nor a fragment is shown, wherever it begins. */
    private static void requireMasked(String text) {
        if (text.contains(SECRET)) {
            return;
        }
        String masked = MaskedUrl.of(text);
        Texts.requireShown(masked);
        for (String secret :
                List.of(text + "?" + SECRET, text + "#" + SECRET, "https://" + SECRET + "@" + text.replace("/", ""))) {
            if (!secret.startsWith("data:") || secret.indexOf(',') >= 0) {
                Texts.require(!MaskedUrl.of(secret).contains(SECRET), "shown: " + MaskedUrl.of(secret));
            }
        }
    }
}
