package cn.quality.standards.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.input.Flaws;
import java.math.BigDecimal;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureUnitTest {

    private static Optional<BigDecimal> convert(String value, String from, String into) {
        return MeasureUnit.find(from)
                .orElseThrow(() -> new AssertionError(from))
                .convert(new BigDecimal(value), MeasureUnit.find(into).orElseThrow(() -> new AssertionError(into)));
    }

    @ParameterizedTest
    @CsvSource({
        "1,     μg,          µg,        1",
        "1,     μg,          ug,        1",
        "1,     μg,          微克,       1",
        "1,     l,           L,         1",
        "1,     升,          L,         1",
        "1,     mL,          毫升,       1",
        "25,    ℃,           °C,        25",
        "1,     g/100 g,     g/(100 g), 1",
        "1,     g/100 g,     g/100g,    1",
        "1,     g/100 g,     %,         1",
        "1,     ％,          %,         1",
        "15,    mg/100 g,    mg/kg,     150",
        "1,     kJ/m²,       kJ/m2,     1",
        "1,     kJ/m^2,      J·m⁻²,     1000",
        "1,     MPa,         N/mm2,     1",
        "1,     MPa,         mPa,       1000000000",
        "1,     kN/m,        N/mm,      1",
        "1,     mg/(kg·d),   μg/(g*d),  1",
        "1,     W/(m·℃),     W/(m·K),   1",
        "3.6,   MJ,          kW·h,      1",
        "1,     kWh,         MJ,        3.6",
        "10000, m2,          ha,        1",
        "0.05,  m2/s,        cSt,       50000",
        "7,     个,          只,        7",
        "1,     CFU/g,       cfu/kg,    1000",
        "30,    次/min,      次/s,      0.5",
    })
    void aUnitIsTheSameInEverySpelling(String value, String from, String into, BigDecimal expected) {
        assertThat(convert(value, from, into).orElseThrow()).isEqualByComparingTo(expected);
    }

    @Test
    void concentrationsByVolumeAreNoShares() {
        assertThat(convert("0.5", "mg/mL", "%")).isEmpty();
        assertThat(convert("0.5", "mg/g", "%"))
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("0.05"));
    }

    @ParameterizedTest
    @CsvSource({"个, %", "CFU/g, 个/g", "CFU, MPN", "HRC, HB", "kg, L", "℃, K/m", "mg, 目"})
    void differentKindsAreNotComparable(String from, String into) {
        assertThat(convert("1", from, into)).isEmpty();
    }

    @Test
    void aTemperatureHasAnotherZeroAndADifferenceHasNone() {
        assertThat(convert("-18", "℃", "K").orElseThrow()).isEqualByComparingTo("255.15");
        assertThat(convert("2", "℃/min", "K/min").orElseThrow()).isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yd",
                "yg",
                "",
                "g/",
                "/g",
                "g/100 g·d",
                "g/L/d",
                "(g",
                "g)",
                "g2x",
                "m0",
                "kmin",
                "斤",
                "g^",
                "0 g",
                "g//L"
            })
    void whatIsNotListedIsRefusedAndNeverGuessed(String written) {
        assertThat(MeasureUnit.find(written)).isEmpty();
        assertThat(refusal(written)).isEqualTo("unknown-unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dB", "dB(A)", "dB/m", "分贝", "pH", "Np"})
    void logarithmicUnitsAreRefusedAsSuch(String written) {
        assertThat(MeasureUnit.find(written)).isEmpty();
        assertThat(refusal(written)).isEqualTo("logarithmic-unit");
    }

    private static String refusal(String written) {
        var flaws = new Flaws();
        MeasureUnit.check(written, "unit", flaws);
        var problem = (Problem) Assertions.catchThrowable(flaws::refuseIfAny);
        assertThat(problem.type()).isEqualTo(MeasureUnit.UNUSABLE);
        return problem.violations().getFirst().code();
    }
}
