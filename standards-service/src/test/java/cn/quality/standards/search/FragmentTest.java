package cn.quality.standards.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentTest {

    @Test
    void nothingLookedForIsNoFragment() {
        assertThat(Fragment.of(null)).isEmpty();
        assertThat(Fragment.of("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"质", "G", "a b c", "-", "/"})
    void oneCharacterIsTooShort(String query) {
        assertThatThrownBy(() -> Fragment.of(query))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(Fragment.TOO_SHORT));
    }

    @Test
    void aTitleHasTheGramsOfItsFragments() {
        var title = SearchText.of(Stream.of("GB/T 19001—2016", "质量管理体系 要求"));
        for (var query :
                List.of("质量", "体系 要求", "体系要求", "19001", "gb/t 19001", "gbt19001", "GBT 19001", "ＧＢ／Ｔ 19001–2016")) {
            assertThat(title.grams()).as(query).contains(grams(query));
            assertThat(grams(query)).isNotEmpty();
        }
        assertThat(title.grams()).doesNotContain("6质");
    }

    @Test
    void wildcardsAreOrdinaryCharacters() {
        var values = Fragment.of("1_0%").orElseThrow().restrict(new ArrayList<>());
        assertThat(values).containsEntry("word0", "%1\\_0\\%%");
    }

    private static String[] grams(String query) {
        var values = Fragment.of(query).orElseThrow().restrict(new ArrayList<>());
        return values.get("grams") instanceof String[] grams ? grams : new String[0];
    }
}
