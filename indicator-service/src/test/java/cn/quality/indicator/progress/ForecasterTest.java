package cn.quality.indicator.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.Measure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecasterTest {

    private static final LocalDate TARGET_DATE = LocalDate.of(2020, 12, 31);

    @Test
    void threeFiguresGiveALineWithItsPredictionInterval() {
        // x = 1, 2, 3: slope 15, ȳ = 75, at x = 5: 120. s² = 150 ÷ 1, √(1 + 1/3 + 9/2) = 2.41523, t = 12.706.
        var forecast = Forecaster.of(figures(2016, "65", "65", "95"), TARGET_DATE, definition("1000"));
        assertThat(forecast.points()).isEqualTo(3);
        assertThat(forecast.value()).isEqualTo("120.00");
        assertThat(forecast.low()).isEqualTo("-255.85");
        assertThat(forecast.high()).isEqualTo("495.85");
    }

    @Test
    void onALineTheIntervalIsThePoint() {
        var forecast = Forecaster.of(figures(2016, "60", "70", "80", "90"), TARGET_DATE, definition("1000"));
        assertThat(forecast.value()).isEqualTo("100.00");
        assertThat(forecast.low()).isEqualTo(forecast.high());
    }

    @Test
    void noRateIsForecastBeyondItsRange() {
        var forecast = Forecaster.of(figures(2016, "92", "94", "99"), TARGET_DATE, definition("100"));
        assertThat(forecast.value()).isEqualTo("100.00");
        assertThat(forecast.high()).isEqualTo("100.00");
    }

    @Test
    void twoFiguresAreNoForecast() {
        var forecast = Forecaster.of(figures(2016, "60", "70"), TARGET_DATE, definition("1000"));
        assertThat(forecast.value()).isNull();
        assertThat(forecast.low()).isNull();
        assertThat(forecast.whyNone()).isNotNull();
    }

    private static List<Actual> figures(int firstYear, String... values) {
        var figures = new ArrayList<Actual>();
        for (int i = 0; i < values.length; i++) {
            figures.add(new Actual(
                    Period.year(firstYear + i), new BigDecimal(values[i]), Qualifier.EQ, null, ObservationStatus.A));
        }
        return figures;
    }

    private static DefinitionView definition(String highest) {
        return new DefinitionView(
                new IndicatorCode("T_TEST"),
                1,
                LocalDate.of(2011, 1, 1),
                null,
                new BilingualText("测试", "test"),
                "%",
                Measure.RATE,
                null,
                null,
                1,
                null,
                new BigDecimal(highest),
                List.of(),
                false,
                null,
                1);
    }
}
