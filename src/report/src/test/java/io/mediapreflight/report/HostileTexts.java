package io.mediapreflight.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names and values that could break a report: a table, and random mixtures of the same parts, always the same ones. */
final class HostileTexts {
    private static final long SEED = 20261129;
    private static final int RANDOM = Boolean.getBoolean("preflight.heavy") ? 2_000 : 80;
    private static final int MAX_PARTS = 12;

    private static final List<String> TABLE = List.of(
            "plain.jpg",
            "-",
            " ",
            "two  words .jpg",
            "=1+1.jpg",
            "+1.jpg",
            "-1+cmd|' /C calc'!A0",
            "@SUM(1,2).jpg",
            " =HYPERLINK(\"http://evil.example\",\"x\").jpg",
            "\uFF1D1+1.jpg",
            "a;=1+1;b.jpg",
            "a\",\"=1+1\",\"b.jpg",
            "\t=1+1",
            "\r\n=1+1",
            "line\r\n::error::stop",
            "::set-output name=x::y",
            "%0A::error::x,y:z%",
            "</testcase><failure/>",
            "]]>&amp;&#0;<!--",
            "\"><script>alert(1)</script>",
            "| --- | a | b |",
            "a\\|b\\\\|c",
            "`code` ``more`` ```",
            "**bold** _em_ ~~del~~ [x](javascript:alert(1)) ![y](z)",
            "@octocat #1 GH-1 www.evil.example http://evil.example",
            "&lt;b&gt; &#64; &nbsp;",
            "<br><img src=x onerror=alert(1)>",
            "# heading",
            "{0} {{1}} [link](1)",
            "esc\u001b[31m\u001b]8;;http://evil.example\u0007",
            "nul\u0000",
            "c1\u009b31m\u0085",
            "rtl\u202egpj.exe\u2066\u2069",
            "zero\u200b\u200d\ufeff",
            "line\u2028\u2029",
            "tag\udb40\udc41\udb40\udc7f",
            "half\ud83d",
            "half\udd7a.jpg",
            "bytes\udcff\udce9.jpg",
            "non\uffff\ufffe\ud83f\udfff.jpg",
            "é漢🕺e\u0301.jpg",
            "''''",
            "a/b/../c d/%2e%2e/e?f#g.jpg",
            "C:\\x\\y.jpg");

    private HostileTexts() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(TABLE);
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM; i++) {
            StringBuilder text = new StringBuilder();
            int parts = 1 + random.nextInt(MAX_PARTS);
            for (int part = 0; part < parts; part++) {
                String from = TABLE.get(random.nextInt(TABLE.size()));
                int start = random.nextInt(from.length());
                text.append(from, start, Math.min(from.length(), start + 1 + random.nextInt(6)));
            }
            all.add(text.toString());
        }
        return all;
    }
}
