package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** The codes inside the real examples of GB 32100 codes. */
    @ParameterizedTest
    @ValueSource(strings = {"71526726X", "192203821", "802100433", "71526726-X", " 71526726-x "})
    void takesRealCodes(String code) {
        assertThat(OrganisationCode.parse(code).value()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "71526726", "71526726Y", "715267260", "71526726-XX", "7152672-6X", "日照示例1234X", "71526726x"})
    void refusesEverythingElse(String code) {
        assertThatThrownBy(() -> new OrganisationCode(code))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(OrganisationCode.INVALID));
    }

    @Property
    void completedCodesAreValid(@ForAll("first8") String first8) {
        var code = complete(first8);

        assertThat(OrganisationCode.parse(code)).hasToString(code);
        assertThat(OrganisationCode.parse(first8 + "-" + code.charAt(8))).hasToString(code);
    }

    /** The check is modulo 11: it sees every wrong digit, and every wrong letter but those 11 or 22 places away. */
    @Property
    void oneWrongCharacterIsFoundUnlessElevenApart(
            @ForAll("first8") String first8, @ForAll @IntRange(max = 7) int position, @ForAll("letter") char wrong) {
        var altered = new StringBuilder(complete(first8));
        int apart = ALPHABET.indexOf(altered.charAt(position)) - ALPHABET.indexOf(wrong);
        altered.setCharAt(position, wrong);

        assertThat(isValid(altered.toString())).isEqualTo(apart % 11 == 0);
    }

    @Property
    void aWrongCheckCharacterIsAlwaysFound(@ForAll("first8") String first8, @ForAll("letter") char wrong) {
        assertThat(isValid(first8 + wrong)).isEqualTo(complete(first8).charAt(8) == wrong);
    }

    private static String complete(String first8) {
        return first8 + OrganisationCode.checkCharacter(first8);
    }

    private static boolean isValid(String code) {
        try {
            return new OrganisationCode(code).value().equals(code);
        } catch (Problem refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> first8() {
        return Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofLength(8);
    }

    @Provide
    Arbitrary<Character> letter() {
        return Arbitraries.chars().with(ALPHABET.toCharArray());
    }
}
