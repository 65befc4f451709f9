package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.RequestVerdict;
import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest extends TreeTest {
    private Audited audited() throws IOException {
        return Audited.of(root, Selection.builder().pairing(true).build());
    }

    @Test
    void an_image_and_a_video_of_one_base_name_are_one_request() throws IOException {
        tree.photos("a/dance.jpg", "b.jpg").with(Tree.CLIP, "a/dance.mp4", "c.mp4");
        assertThat(audited().outcomes()).containsExactly("a/dance request", "b.jpg pass", "c.mp4 pass");
        RequestVerdict request = (RequestVerdict) audited().entries().get(0);
        assertThat(request.media().get(0).source().name()).isEqualTo("a/dance.jpg");
        assertThat(request.media().get(1).source().name()).isEqualTo("a/dance.mp4");
        assertThat(request.findings()).isEmpty();
    }

    @Test
    void a_pair_stands_where_its_first_file_would() throws IOException {
        tree.photos("a.jpg", "a!.jpg", "a.k.jpg", "b.png").with(Tree.CLIP, "a.mp4", "b.mov");
        assertThat(audited().names()).containsExactly("a!.jpg", "a", "a.k.jpg", "b");
    }

    @Test
    void names_that_could_pair_in_several_ways_are_judged_each_by_itself() throws IOException {
        tree.photos("a.jpg", "a.png", "b.jpg").with(Tree.CLIP, "a.mp4", "b.mp4", "b.mov");
        assertThat(audited().names()).containsExactly("a.jpg", "a.mp4", "a.png", "b.jpg", "b.mov", "b.mp4");
    }

    @Test
    void such_names_are_named() throws IOException {
        tree.photos("a.jpg", "a.png", "d/b.jpg", "c.jpg", "c.png").with(Tree.CLIP, "a.mp4", "d/b.mp4", "d/b.mov");
        NamedAssets assets =
                NamedAssets.of(List.of(root), Selection.builder().pairing(true).build());
        Audited.by(Audited.audit(), assets);
        assertThat(assets.unpaired().first()).extracting(SourceName::name).containsExactly("a", "d/b");
        assertThat(assets.unpaired().count()).isEqualTo(2);
    }

    @Test
    void of_many_such_names_the_first_are_named_and_all_are_counted() throws IOException {
        for (int i = 0; i < 7; i++) {
            tree.photos(i + ".jpg", i + ".png").with(Tree.CLIP, i + ".mp4");
        }
        NamedAssets assets =
                NamedAssets.of(List.of(root), Selection.builder().pairing(true).build());
        Audited.by(Audited.audit(), assets);
        assertThat(assets.unpaired().first()).extracting(SourceName::name).containsExactly("0", "1", "2", "3", "4");
        assertThat(assets.unpaired().count()).isEqualTo(7);
    }

    @Test
    void a_directory_with_the_name_of_a_partner_keeps_its_place() throws IOException {
        tree.photos("a.jpg", "a.k.jpg", "a.mp4/x.jpg");
        assertThat(audited().names()).containsExactly("a.jpg", "a.k.jpg", "a.mp4/x.jpg");
    }

    @Test
    void names_pair_in_one_directory_only() throws IOException {
        tree.photos("a/x.jpg").with(Tree.CLIP, "b/x.mp4");
        assertThat(audited().names()).containsExactly("a/x.jpg", "b/x.mp4");
    }

    @Test
    void nothing_pairs_unless_it_is_asked_for() throws IOException {
        tree.photos("a.jpg").with(Tree.CLIP, "a.mp4");
        assertThat(Audited.of(root).names()).containsExactly("a.jpg", "a.mp4");
    }

    @Test
    void each_media_file_of_a_pair_is_judged_for_its_slot() throws IOException {
        tree.photos("a.mp4").with(Tree.CLIP, "a.jpg");
        RequestVerdict request = (RequestVerdict) audited().entries().get(0);
        assertThat(Audited.outcome(request.media().get(0))).isEqualTo("fail");
        assertThat(Audited.outcome(request.media().get(1))).isEqualTo("fail");
    }
}
