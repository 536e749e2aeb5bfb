package cn.quality.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void datesAreWrittenAsInChina() {
        assertThat(Wording.zh(LocalDate.of(2026, 3, 1))).isEqualTo("2026年3月1日");
        assertThat(Wording.zh(Instant.parse("2026-02-28T16:00:00Z"))).isEqualTo("2026年3月1日");
        assertThat(Wording.zhMinute(Instant.parse("2026-02-28T16:05:00Z"))).isEqualTo("2026年3月1日 00:05");
    }

    @Test
    void numbersAreGroupedAndNeverInExponents() {
        assertThat(Wording.grouped(new BigDecimal("12345"))).isEqualTo("12,345");
        assertThat(Wording.grouped(new BigDecimal("3E+3"))).isEqualTo("3,000");
        assertThat(Wording.grouped(new BigDecimal("93.20"))).isEqualTo("93.2");
        assertThat(Wording.grouped(BigDecimal.ZERO)).isEqualTo("0");
    }

    @Test
    void aCodeIsShownInTheGroupsOfItsStandard() {
        assertThat(Wording.groups("91371199MA3RH00187")).containsExactly("91", "371199", "MA3RH0018", "7");
        assertThat(Wording.groups("short")).containsExactly("short");
    }
}
