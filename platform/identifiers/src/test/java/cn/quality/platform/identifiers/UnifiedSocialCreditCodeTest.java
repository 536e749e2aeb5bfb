package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"9144030071526726XG", "914403001922038216", "91110000802100433B", "91371199MA3RH00187"})
    void takesRealCodesAndTheSuitesOwnExample(String code) {
        assertThat(UnifiedSocialCreditCode.defectsOf(code)).isEmpty();
        assertThat(UnifiedSocialCreditCode.parse(code)).hasToString(code);
    }

    @Test
    void readsWhatPeopleType() {
        assertThat(UnifiedSocialCreditCode.parse(" 91371199ma3rh00187 "))
                .isEqualTo(new UnifiedSocialCreditCode("91371199MA3RH00187"));
    }

    @Test
    void tellsTheExpectedCheckCharacter() {
        assertThat(UnifiedSocialCreditCode.defectsOf("91371199MA3RH00188"))
                .containsExactly(new CodeDefect.CheckCharacter('8', '7'));
    }

    @Test
    void tellsTheExpectedOrganisationCheckCharacterToo() {
        assertThat(UnifiedSocialCreditCode.defectsOf("91371199MA3RH00127"))
                .contains(new CodeDefect.OrganisationCheckCharacter('2', '8'))
                .hasSize(2);
    }

    @Test
    void tellsEveryReasonAtOnce() {
        assertThatThrownBy(() -> UnifiedSocialCreditCode.parse("9137119OMA3RH0018"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(UnifiedSocialCreditCode.INVALID);
                    assertThat(problem.violations()).extracting(Violation::code).containsExactly("length", "letter");
                    assertThat(problem.violations().get(1).message().en()).contains("Character 8", "'O'");
                });
    }

    @Test
    void checksOnlyOverSoundCharacters() {
        assertThat(UnifiedSocialCreditCode.defectsOf("9I371199MA3RH00187"))
                .containsExactly(new CodeDefect.Letter(2, "I"));
    }

    @Test
    void survivesCharactersOutsideTheBasicPlane() {
        assertThat(UnifiedSocialCreditCode.defectsOf("𠮷1371199MA3RH00187"))
                .containsExactly(new CodeDefect.Letter(1, "𠮷"));
    }

    @Test
    void theOrganisationCodeIsInside() {
        assertThat(new UnifiedSocialCreditCode("9144030071526726XG").organisation())
                .isEqualTo(OrganisationCode.parse("71526726-X"));
    }

    @Property
    void completedCodesAreValid(@ForAll("first16") String first16) {
        assertThat(UnifiedSocialCreditCode.defectsOf(
                        UnifiedSocialCreditCode.complete(first16).value()))
                .isEmpty();
    }

    @Property
    void oneWrongCharacterIsAlwaysFound(
            @ForAll("first16") String first16, @ForAll @IntRange(max = 17) int position, @ForAll("letter") char wrong) {
        var code = UnifiedSocialCreditCode.complete(first16).value();
        var altered = new StringBuilder(code);
        altered.setCharAt(position, wrong);
        assertThat(UnifiedSocialCreditCode.defectsOf(altered.toString()).isEmpty())
                .isEqualTo(altered.toString().equals(code));
    }

    @Property
    void twoNeighboursSwappedAreAlwaysFound(
            @ForAll("first16") String first16, @ForAll @IntRange(max = 16) int position) {
        var code = UnifiedSocialCreditCode.complete(first16).value();
        var swapped = new StringBuilder(code);
        swapped.setCharAt(position, code.charAt(position + 1));
        swapped.setCharAt(position + 1, code.charAt(position));
        assertThat(UnifiedSocialCreditCode.defectsOf(swapped.toString()).isEmpty())
                .isEqualTo(swapped.toString().equals(code));
    }

    @Property
    void anyOtherLengthIsNamed(@ForAll @CharRange(from = '0', to = '9') String digits) {
        var named = UnifiedSocialCreditCode.defectsOf(digits).contains(new CodeDefect.Length(digits.length()));
        assertThat(named).isEqualTo(digits.length() != 18);
    }

    @Property
    void anyTextIsJudgedWithoutFailing(@ForAll String text) {
        List<CodeDefect> defects = UnifiedSocialCreditCode.defectsOf(text);
        assertThat(defects).allSatisfy(defect -> assertThat(defect.text().zh()).isNotBlank());
    }

    @Provide
    Arbitrary<String> first16() {
        return Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofLength(16);
    }

    @Provide
    Arbitrary<Character> letter() {
        return Arbitraries.chars().with(ALPHABET.toCharArray());
    }
}
