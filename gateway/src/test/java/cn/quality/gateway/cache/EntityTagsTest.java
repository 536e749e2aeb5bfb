package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "\"a\"; \"a\"; true",
                "W/\"a\"; \"a\"; true",
                "\"a\"; W/\"a\"; true",
                "\"b\", \"a\"; \"a\"; true",
                "\"b\",W/\"a\" ; \"a\"; true",
                "*; \"a\"; true",
                "\"a,b\"; \"a\"; false",
                "\"x\", \"a, \"; \"a\"; false",
                "a; \"a\"; false",
                "\"A\"; \"a\"; false",
                "\"b\"; \"a\"; false"
            })
    void comparesWeaklyAndExactly(String asked, String has, boolean same) {
        assertThat(EntityTags.match(List.of(asked), has)).isEqualTo(same);
    }

    @Test
    void anyLineMayNameIt() {
        assertThat(EntityTags.match(List.of("\"b\"", "\"a\""), "\"a\"")).isTrue();
    }

    @Test
    void whatHasNoTagMatchesOnlyTheStar() {
        assertThat(EntityTags.match(List.of("\"\""), "")).isFalse();
        assertThat(EntityTags.match(List.of("*"), "")).isTrue();
    }
}
