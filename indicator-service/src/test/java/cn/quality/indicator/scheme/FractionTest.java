package cn.quality.indicator.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({
        "89.5, 0, 90",
        "88.5, 0, 88",
        "89.46, 0, 89",
        "89.500001, 0, 90",
        "0.015, 2, 0.02",
        "0.025, 2, 0.02",
        "-0.5, 0, 0"
    })
    void roundsHalfToTheEvenNeighbour(String value, int decimals, String rounded) {
        assertThat(decimal(value).rounded(decimals)).isEqualByComparingTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 3, 20/3",
        "20, 4, 5",
        "1, 8, 0.125",
        "-1, 3, -1/3",
        "3, 75, 0.04",
        "7, 1, 7",
        "0, 5, 0",
        "1, -2, -0.5"
    })
    void isWrittenAsTheShortestExactText(long numerator, long denominator, String written) {
        assertThat(Fraction.of(numerator).over(Fraction.of(denominator))).hasToString(written);
    }

    @Test
    void doesNotDivideByZero() {
        assertThatThrownBy(() -> Fraction.ONE.over(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void whatIsSharedOutAddsUp(
            @ForAll @IntRange(min = 1, max = 10_000) int weight, @ForAll @IntRange(min = 1) int parts) {
        Assume.that(parts < 1000);
        var part = Fraction.of(weight).over(Fraction.of(parts));

        assertThat(part.times(Fraction.of(parts))).isEqualTo(Fraction.of(weight));
        assertThat(part.plus(Fraction.ONE).minus(Fraction.ONE)).isEqualTo(part);
    }

    private static Fraction decimal(String value) {
        return Fraction.of(new BigDecimal(value));
    }
}
