package cn.quality.standards.declarant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"914403001922038216", "91110000802100433B", "914403007152672 6XG", "91371199MA3RH00187"})
    void takesRealCodes(String text) {
        var code = text.replace(" ", "");
        assertThat(new UnifiedSocialCreditCode(code).value()).isEqualTo(code);
    }

    @Test
    void forgivesCaseAndBlanksAround() {
        assertThat(UnifiedSocialCreditCode.of(" 91110000802100433b "))
                .isEqualTo(new UnifiedSocialCreditCode("91110000802100433B"));
    }

    @ParameterizedTest
    @CsvSource({
        "9111000080210043, length",
        "91110000802100433O, letter",
        "91110000802100433C, check-character",
    })
    void refusesWithTheReason(String text, String code) {
        assertThat(codes(text)).containsExactly(code);
    }

    @Test
    void tellsLengthAndLettersAtOnce() {
        assertThat(codes("I1110000802100433")).containsExactly("length", "letter");
    }

    @Test
    void bothCheckCharactersAreTold() {
        assertThat(codes("91371199MA3RH00197")).contains("check-character", "organisation-check-character");
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        var valid = "91371199MA3RH00187";
        for (int i = 0; i < valid.length(); i++) {
            var wrong = valid.substring(0, i) + (valid.charAt(i) == '2' ? '3' : '2') + valid.substring(i + 1);
            assertThat(codes(wrong)).as(wrong).isNotEmpty();
        }
    }

    private static List<String> codes(String text) {
        var problem = catchThrowableOfType(Problem.class, () -> UnifiedSocialCreditCode.of(text));
        assertThat(problem.type()).isEqualTo(UnifiedSocialCreditCode.INVALID);
        return problem.violations().stream().map(Violation::code).toList();
    }
}
