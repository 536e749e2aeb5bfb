package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndustryCodeTest {

    @Test
    void sectionAndDivisionAreReadOffTheCode() {
        assertThat(new IndustryCode("C1362").section()).isEqualTo("C");
        assertThat(new IndustryCode("C1362").division()).contains("13");
        assertThat(new IndustryCode("C").division()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13", "C1", "C13620", "c13", "U01", "CC13", "C13 "})
    void otherFormsAreRefused(String code) {
        assertThatThrownBy(() -> new IndustryCode(code)).isInstanceOf(Problem.class);
    }
}
