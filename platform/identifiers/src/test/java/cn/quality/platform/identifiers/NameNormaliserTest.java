package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameNormaliserTest {

    @ParameterizedTest
    @CsvSource({
        "日照示例海洋食品有限公司, 日照示例海洋食品有限公司",
        "' 日照 示例（东港）食品·有限公司 ', 日照示例东港食品有限公司",
        "日照示例(东港)食品有限公司, 日照示例东港食品有限公司",
        "日照示例【东港】食品有限公司, 日照示例东港食品有限公司",
        "ＡＢＣ示例１２３, abc示例123",
        "日照示例國際貿易有限公司, 日照示例国际贸易有限公司",
        "示例第一商店, 示例第一商店",
        "示例2.0网络 v３．５, 示例2.0网络v3.5",
        "示例.2. 0.网络, 示例20网络",
        // characters that simplified text has too
        "日照乾坤名著書店, 日照乾坤名著书店",
        "幹部後勤, 干部后勤",
        "（）。, ''",
    })
    void bringsNamesIntoOneForm(String name, String normalised) {
        assertThat(NameNormaliser.normalise(name)).isEqualTo(normalised);
    }

    @Property
    void normalisingTwiceChangesNothing(@ForAll String name) {
        var once = NameNormaliser.normalise(name);
        assertThat(NameNormaliser.normalise(once)).isEqualTo(once);
    }

    @Property
    void everyPartOfANameHasOnlyItsPairs(
            @ForAll("names") String name,
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(min = 2, max = 20) int length) {
        var normalised = NameNormaliser.normalise(name);
        if (from + length <= normalised.codePointCount(0, normalised.length())) {
            var start = normalised.offsetByCodePoints(0, from);
            var part = normalised.substring(start, normalised.offsetByCodePoints(start, length));
            assertThat(Bigrams.of(normalised)).containsAll(Bigrams.of(part));
        }
        assertThat(Bigrams.of(normalised)).allMatch(pair -> pair.codePointCount(0, pair.length()) == 2);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('一', '龥')
                .withChars("（）() ·AB12")
                .ofMinLength(2)
                .ofMaxLength(40);
    }
}
