package cn.quality.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWas() {
        var id = UUID.randomUUID();
        var moment = Instant.parse("2026-02-14T08:00:00.123456Z");
        var cursor = Cursor.parse(Cursor.of(moment, "日照", id, 7).encode());
        assertThat(cursor.instant(0)).isEqualTo(moment);
        assertThat(cursor.text(1)).isEqualTo("日照");
        assertThat(cursor.uuid(2)).isEqualTo(id);
        assertThat(cursor.number(3)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "e30", "bnVsbA", "W251bGxd", "WzFd"})
    void rubbishIsRefusedAndNothingElseHappens(String text) {
        assertThatThrownBy(() -> Cursor.parse(text).uuid(0)).isInstanceOf(Problem.class);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        var cursor = Cursor.parse(Cursor.of("only one").encode());
        assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(Problem.class);
    }

    @Test
    void aFullPageWithoutMoreHasNoNext() {
        var request = new PageRequest(null, 2);
        assertThat(Page.of(List.of(1, 2), request, Cursor::of).next()).isNull();
        assertThat(Page.of(List.of(1, 2, 3), request, Cursor::of).next()).isNotNull();
        assertThat(Page.of(List.of(1, 2, 3), request, Cursor::of).items()).containsExactly(1, 2);
    }
}
