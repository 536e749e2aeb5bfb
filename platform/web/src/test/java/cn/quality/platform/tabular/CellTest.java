package cn.quality.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.tabular.TableColumn.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from the manner in which Excel and WPS write. */
class CellTest {

    private static final TableColumn TYPES =
            TableColumn.choice("types", "处罚种类", Kind.CHOICES, Map.of("FINE", "罚款", "WARNING", "警告"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-02, 2026-03-02",
                "2026-3-2, 2026-03-02",
                "2026/3/2, 2026-03-02",
                "2026.3.2, 2026-03-02",
                "2026年3月2日, 2026-03-02",
                "２０２６年３月２日, 2026-03-02",
                "20260302, 2026-03-02",
                "2026/3/2 0:00, 2026-03-02",
                "2026-03-02 10:30:00, 2026-03-02",
                "2026/2/30, -",
                "2026-3/2, -",
                "3/2/2026, -",
                "26-3-2, -",
                "46083, -",
                "2026年3月, -",
            })
    void daysInTheUsualForms(String written, LocalDate day) {
        assertThat(Cell.written(written).asDate().orElse(null)).isEqualTo(day);
    }

    @Test
    void aSerialNumberIsADayOnlyWhereItIsANumber() {
        var day = LocalDate.of(2026, 3, 2);
        assertThat(Cell.number(BigDecimal.valueOf(46_083), day).asDate()).contains(day);
        assertThat(Cell.date(day).asDate()).contains(day);
        assertThat(Cell.date(day).asText()).contains("2026-03-02");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "50000, 50000",
                "'50,000.50', 50000.50",
                "５００, 500",
                "-1, -1",
                "'5,00', -",
                "5万, -",
                "12.5%, -",
                "1e5, -",
            })
    void figuresWithSeparatorsOfThousands(String written, BigDecimal number) {
        assertThat(Cell.written(written).asNumber().orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"是, true", "否, false", "TRUE, true", "False, false", "有, -", "1, -"})
    void yesAndNo(String written, Boolean flag) {
        assertThat(Cell.written(written).asFlag().orElse(null)).isEqualTo(flag);
        assertThat(Cell.flag(true).asFlag()).contains(true);
    }

    /** Typed into a cell that is no text, a code of 18 digits ends in three zeros. */
    @Test
    void aNumberThatHasLostItsDigitsIsNoText() {
        assertThat(Cell.number(new BigDecimal("371102199001010000"), null).asText())
                .isEmpty();
        assertThat(Cell.number(new BigDecimal("123456789012345"), null).asText())
                .contains("123456789012345");
        assertThat(Cell.number(new BigDecimal("0.50"), null).asText()).contains("0.5");
    }

    /** A percentage is not silently a hundredth. */
    @Test
    void aPercentageIsNotANumber() {
        var cell = Cell.percent(new BigDecimal("0.125"));
        assertThat(cell.asText()).contains("12.5%");
        assertThat(cell.asNumber()).isEmpty();
    }

    @Test
    void choicesByConstantOrLabel() {
        assertThat(TYPES.read(Cell.written("罚款；WARNING")).map(JsonNode::toString))
                .contains("[\"FINE\",\"WARNING\"]");
        assertThat(TYPES.read(Cell.written("警告、罚款")).map(JsonNode::toString)).contains("[\"WARNING\",\"FINE\"]");
        assertThat(TYPES.read(Cell.written("罚款;拘留"))).isEmpty();
        assertThat(TYPES.accepted().zh()).contains("罚款（FINE）", "分号");
    }
}
