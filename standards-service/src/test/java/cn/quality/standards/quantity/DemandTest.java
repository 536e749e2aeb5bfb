package cn.quality.standards.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.input.Flaws;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {

    private static final List<String> GRADES = List.of("特级", "一级", "二级");

    /** {@code GE 12.5 g/100 g}, {@code RANGE 6 7}, {@code TOLERANCE 10 2 1 mm}, {@code GRADE 一级}, {@code QUALITATIVE 无异味}. */
    private static Demand demand(String written) {
        var parts = written.split(" ", 2);
        var operator = Operator.valueOf(parts[0]);
        int figures =
                switch (operator) {
                    case RANGE -> 2;
                    case TOLERANCE -> 3;
                    case GRADE, QUALITATIVE -> 0;
                    default -> 1;
                };
        var words = parts[1].split(" ", figures + 1);
        var json =
                new ObjectMapper().createObjectNode().put("operator", parts[0]).put("condition", "x");
        switch (operator) {
            case RANGE -> json.put("min", words[0]).put("max", words[1]);
            case TOLERANCE -> json.put("value", words[0]).put("plus", words[1]).put("minus", words[2]);
            case GRADE -> json.put("grade", parts[1]);
            case QUALITATIVE -> json.put("text", parts[1]);
            default -> json.put("value", words[0]);
        }
        if (figures > 0 && words.length > figures) {
            json.put("unit", words[figures]);
        }
        var flaws = new Flaws();
        var demand = Demand.of(new ObjectMapper().convertValue(json, DemandCase.class), "", flaws);
        flaws.refuseIfAny();
        return demand;
    }

    private static Comparison compare(String promised, String demanded) {
        return demand(demanded)
                .metBy(Stream.of(promised.split(" & ")).map(DemandTest::demand).toList(), GRADES);
    }

    @ParameterizedTest
    @CsvSource({
        "GE 12.50 g/100 g,     GE 12.5 %,             MET",
        "GE 12.49 %,           GE 12.5 g/100 g,       LOWER",
        "GT 12.5 %,            GE 12.5 %,             MET",
        "GE 12.5 %,            GT 12.5 %,             LOWER",
        "LE 150 mg/kg,         LE 15 mg/100 g,        MET",
        "LE 150.1 mg/kg,       LE 15 mg/100 g,        LOWER",
        "LT 3.6 MJ,            LT 1 kW·h,             MET",
        "EQ 1 kW·h,            EQ 3.6 MJ,             MET",
        "LE 5,                 GE 5,                  LOWER",
        "EQ 5,                 GE 5,                  MET",
        "RANGE 6.0 7.0,        RANGE 6 7.5,           MET",
        "RANGE 5.9 7.0,        RANGE 6 7.5,           LOWER",
        "GE 6.0 & LE 7.5,      RANGE 6 7.5,           MET",
        "GE 6.0,               RANGE 6 7.5,           LOWER",
        "GE 6.0 & LT 7.6,      RANGE 6 7.5,           LOWER",
        "TOLERANCE 10 1 1 mm,  TOLERANCE 10 2 1 mm,   MET",
        "TOLERANCE 1 0.3 0 cm, TOLERANCE 10 2 1 mm,   LOWER",
        "TOLERANCE 10 2 1 mm,  RANGE 9 12 mm,         MET",
        "LE 0.05 %,            LE 0.5 mg/mL,          NOT_COMPARABLE",
        "LE 0.05 %,            LE 0.5 mg/g,           MET",
        "LE 5,                 LE 5 mm,               NOT_COMPARABLE",
        "GRADE 特级,            GRADE 一级,             MET",
        "GRADE 二级,            GRADE 一级,             LOWER",
        "GRADE 优等品,           GRADE 一级,             NOT_COMPARABLE",
        "QUALITATIVE 无异味,     QUALITATIVE 无异味,      MET",
        "QUALITATIVE 气味正常,    QUALITATIVE 无异味,      NOT_COMPARABLE",
        "QUALITATIVE 合格,       LE 5,                  NOT_COMPARABLE",
        "LE 5,                 QUALITATIVE 合格,        NOT_COMPARABLE",
    })
    void aPromiseMeetsADemandWhenNothingThatKeepsItFailsTheDemand(
            String promised, String demanded, Comparison expected) {
        assertThat(compare(promised, demanded)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GE 12.50 g/100 g,     ≥ 12.50 g/100 g",
        "RANGE 6.0 7.5,        6.0~7.5",
        "TOLERANCE 10 1 1 mm,  10 ± 1 mm",
        "TOLERANCE 10 2 1 mm,  10 (+2/-1) mm",
        "GRADE 一级,            一级",
        "QUALITATIVE 无异味,     无异味",
    })
    void isPrintedAsInAStandard(String written, String printed) {
        assertThat(demand(written).printed()).isEqualTo(printed);
    }

    @Test
    void eachOperatorHasItsOwnOperands() {
        assertThatThrownBy(() -> demand("RANGE 7 6")).isInstanceOf(Problem.class);
        assertThat(flaws("{'operator':'RANGE','value':5}"))
                .containsExactly("value not-of-operator", "min required", "max required");
        assertThat(flaws("{'operator':'GRADE','unit':'mm'}")).containsExactly("unit not-of-operator", "grade required");
        assertThat(flaws("{'operator':'TOLERANCE','value':5,'plus':1,'minus':-1}"))
                .containsExactly("minus range");
        assertThat(flaws("{'value':5}")).containsExactly("operator required");
        assertThat(flaws("{'operator':'GE','value':1e40}")).containsExactly("value range");
    }

    private static List<String> flaws(String json) {
        var flaws = new Flaws();
        try {
            Demand.of(new ObjectMapper().readValue(json.replace('\'', '"'), DemandCase.class), "", flaws);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
        try {
            flaws.refuseIfAny();
        } catch (Problem problem) {
            return problem.violations().stream()
                    .map(one -> one.field() + " " + one.code())
                    .toList();
        }
        return List.of();
    }
}
