package cn.quality.standards.declarant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BadgeTest {

    @Test
    void blackOutranksRed() {
        assertThat(Badge.of(List.of())).isEqualTo(Badge.NONE);
        assertThat(Badge.of(List.of(ListKind.RED))).isEqualTo(Badge.RED);
        assertThat(Badge.of(List.of(ListKind.RED, ListKind.BLACK, ListKind.RED)))
                .isEqualTo(Badge.BLACK);
    }
}
