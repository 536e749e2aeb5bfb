package cn.quality.standards.watch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.catalogue.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened between two looks. */
class PictureTest {

    @ParameterizedTest
    @CsvSource({
        ",         UPCOMING,  REGISTERED",
        ",         IN_FORCE,  REGISTERED",
        ",         REPLACED,  REPLACED",
        "UPCOMING, IN_FORCE,  IN_FORCE",
        "IN_FORCE, REPLACED,  REPLACED",
        "IN_FORCE, ABOLISHED, ABOLISHED",
        "UPCOMING, ABOLISHED, ABOLISHED",
        "ABOLISHED, IN_FORCE, STATUS",
        "IN_FORCE, UPCOMING,  STATUS",
        "IN_FORCE, ,          STATUS",
    })
    void ofTheStatus(@Nullable Status before, @Nullable Status after, Picture.Change change) {
        assertThat(of(before).changesTo(of(after))).containsExactly(change);
        assertThat(of(after).changesTo(of(after))).isEmpty();
    }

    @Test
    void ofEverythingElse() {
        var none = new Picture(Status.IN_FORCE, List.of(), List.of(), List.of());
        assertThat(none.changesTo(new Picture(Status.IN_FORCE, List.of(), List.of("GB 2-2024"), List.of())))
                .containsExactly(Picture.Change.SUCCESSOR);
        assertThat(none.changesTo(new Picture(Status.IN_FORCE, List.of(), List.of(), List.of("GB 1-2020/XG1-2024"))))
                .containsExactly(Picture.Change.AMENDED);
        assertThat(none.changesTo(new Picture(Status.IN_FORCE, List.of("GB 1-2024"), List.of(), List.of())))
                .containsExactly(Picture.Change.EDITION);
        assertThat(none.changesTo(
                        new Picture(Status.REPLACED, List.of(), List.of("GB 2-2024"), List.of("GB 1-2020/XG1-2024"))))
                .containsExactlyInAnyOrder(Picture.Change.REPLACED, Picture.Change.SUCCESSOR, Picture.Change.AMENDED);
    }

    private static Picture of(@Nullable Status status) {
        return new Picture(status, List.of(), List.of(), List.of());
    }
}
