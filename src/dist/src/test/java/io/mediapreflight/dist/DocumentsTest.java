package io.mediapreflight.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
    @ParameterizedTest
    @CsvSource({
        "see [the page](docs/there.md)., see [the page](docs/there.md).",
        "see [the part](docs/there.md#part)., see [the part](docs/there.md#part).",
        "see [below](#part)., see [below](#part).",
        "see [the site](https://example.com/a)., see [the site](https://example.com/a).",
        "see [the source](src/Main.java)., see the source.",
        "[a](../a.md) and [b](docs/there.md), a and [b](docs/there.md)",
        "![a plot](images/plot.png), a plot"
    })
    void a_link_that_leads_nowhere_leaves_its_words(String page, String packaged) {
        assertThat(Documents.unlinked(page, "docs/there.md"::equals)).isEqualTo(packaged);
    }
}
