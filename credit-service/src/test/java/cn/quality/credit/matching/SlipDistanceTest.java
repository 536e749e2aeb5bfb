package cn.quality.credit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "海泓, 海泓, 0",
        "海泓, 海虹, 1",
        "海泓, 海, 1",
        "海泓, 海泓食, 1",
        "海泓, 泓海, 1",
        "海泓食品, 食品海泓, 4",
        "海泓食品, 泓海品食, 2",
    })
    void slipsAreCounted(String one, String other, int slips) {
        assertThat(SlipDistance.of(one, other)).isEqualTo(slips);
        assertThat(SlipDistance.of(other, one)).isEqualTo(slips);
    }

    @ParameterizedTest
    @CsvSource({
        "海泓食品, 日照示例海泓食品有限公司, 0",
        "海虹食品, 日照示例海泓食品有限公司, 1",
        "泓海食品, 日照示例海泓食品有限公司, 1",
        "纺织, 日照示例海泓食品有限公司, 2",
    })
    void theNearestPartCounts(String part, String whole, int slips) {
        assertThat(SlipDistance.ofPart(part, whole)).isEqualTo(slips);
    }

    @ParameterizedTest
    @CsvSource({
        "海泓食品, 岚盛食品, 0",
        "海泓食品, 海盛食品, 0.5",
        "海泓食品, 日照海泓食品, 1",
        "食品, 食品, 1",
    })
    void brandsAreWhatStandsBeforeTheCommonEnd(String one, String other, String similarity) {
        assertThat(SlipDistance.similarityBeforeCommonEnd(one, other)).isEqualByComparingTo(similarity);
        assertThat(SlipDistance.similarityBeforeCommonEnd(other, one)).isEqualByComparingTo(similarity);
    }

    @Property
    void aTextIsNoFartherThanItsLength(
            @ForAll @CharRange(from = '一', to = '丁') @StringLength(max = 12) String one,
            @ForAll @CharRange(from = '一', to = '丁') @StringLength(max = 12) String other) {
        assertThat(SlipDistance.of(one, other))
                .isEqualTo(SlipDistance.of(other, one))
                .isLessThanOrEqualTo(Math.max(one.length(), other.length()));
        assertThat(SlipDistance.ofPart(one, one + other)).isZero();
    }
}
