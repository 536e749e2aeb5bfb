package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void whatDoesNotCheckIsReported() {
        assertThat(UnifiedSocialCreditCode.defectsOf("91371199MA3RH00188"))
                .containsExactly(new CodeDefect.CheckCharacter());
        assertThat(UnifiedSocialCreditCode.defectsOf("91371199MA3RH00127"))
                .containsExactly(new CodeDefect.OrganisationCheckCharacter(), new CodeDefect.CheckCharacter());
    }

    /** With one wrong character elsewhere, the check character that fits completes the code of somebody else. */
    @Test
    void noRefusalLeadsToTheCodeOfSomebodyElse() {
        for (var wrong : List.of("11371199MA3RH00187", "92371199MA3RH00187", "91371189MA3RH00187")) {
            var completed =
                    UnifiedSocialCreditCode.complete(wrong.substring(0, 16)).value();

            assertThatThrownBy(() -> UnifiedSocialCreditCode.parse(wrong))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.violations())
                                .extracting(Violation::code)
                                .containsExactly("check-character");
                        var text = problem.violations().getFirst().message();
                        assertThat(text.zh())
                                .contains("核对全部18位")
                                .doesNotContain("应为")
                                .doesNotContain(completed);
                        assertThat(text.en()).doesNotContain("must be").doesNotContain(completed);
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        // nobody's: all zeros check
        "000000000000000000, authority region-digits empty-body",
        "913711990000000000, empty-body",
        // authority and category of the standard's table
        "94371199MA3RH00187, authority",
        "G1371199MA3RH00187, authority",
        "Y2371199MA3RH00187, authority",
        // the region has six digits and begins with 1 to 9
        "91A71199MA3RH00187, region-digits",
        "91071199MA3RH00187, region-digits",
    })
    void aCodeHasAuthorityCategoryRegionAndSubject(String written, String reasons) {
        // Whatever else is wrong, it checks.
        var code = checked(written.substring(0, 16));

        assertThat(UnifiedSocialCreditCode.defectsOf(code).stream().map(CodeDefect::code))
                .containsExactly(reasons.split(" ", -1));
        assertThatThrownBy(() -> new UnifiedSocialCreditCode(code)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> UnifiedSocialCreditCode.read(code)).isInstanceOf(Problem.class);
    }

    @Test
    void everyAuthorityOfTheStandardRegisters() {
        assertThat(RegistrationAuthorities.all())
                .contains("11", "12", "31", "51", "52", "81", "91", "92", "93", "N2", "Y1");
        assertThat(RegistrationAuthorities.all())
                .allSatisfy(pair -> assertThat(UnifiedSocialCreditCode.defectsOf(checked(pair + "371199MA3RH001")))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        // O for 0, I and l for 1
        "9I371199MA3RHOO187, written-otherwise",
        "9137ll99MA3RH00187, written-otherwise",
        "9l371199ma3rhoo187, written-otherwise",
        // full width, hyphens, spaces
        "９１３７１１９９ＭＡ３ＲＨ００１８７, written-otherwise",
        "91-371199-MA3RH0018-7, written-otherwise",
        "'91 371199 MA3RH0018 7', written-otherwise",
        // other numbers of the same enterprise
        "371100228012345, old-registration-number",
        "71526726-X, organisation-code",
        "MA3RH0018, organisation-code",
    })
    void aSlipOfWritingIsHintedAt(String typed, String hint) {
        var defects = UnifiedSocialCreditCode.defectsOf(typed);

        assertThat(defects.getLast().code()).isEqualTo(hint);
        if (hint.equals("written-otherwise")) {
            assertThat(defects.getLast()).isEqualTo(new CodeDefect.WrittenOtherwise("91371199MA3RH00187"));
        }
    }

    @Test
    void aCodeThatDoesNotCheckIsReadForWhoIsOnFileUnderIt() {
        var code = UnifiedSocialCreditCode.read(" 91371199ma3rh00188");

        assertThat(code).hasToString("91371199MA3RH00188");
        assertThat(code.isIrregular()).isTrue();
        assertThat(code.irregularity()).hasValueSatisfying(problem -> {
            assertThat(problem.type()).isEqualTo(UnifiedSocialCreditCode.INVALID);
            assertThat(problem.violations()).extracting(Violation::code).containsExactly("check-character");
        });
        assertThat(UnifiedSocialCreditCode.read("91371199MA3RH00187").irregularity())
                .isEmpty();
        assertThatThrownBy(() -> UnifiedSocialCreditCode.read("9137119OMA3RH00188"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::code)
                                .containsExactly("letter"));
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
        assertThat(UnifiedSocialCreditCode.defectsOf("9Z371199MA3RH00187"))
                .containsExactly(new CodeDefect.Letter(2, "Z"));
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
        return Combinators.combine(
                        Arbitraries.of(RegistrationAuthorities.all()),
                        Arbitraries.integers().between(100_000, 999_999),
                        Arbitraries.strings()
                                .withChars(ALPHABET.toCharArray())
                                .ofLength(8)
                                .filter(body -> !body.equals("00000000")))
                .as((authority, region, body) -> authority + region + body);
    }

    /** With both check characters, whether the rest has the form of a code or not. */
    private static String checked(String first16) {
        var first17 = first16 + OrganisationCode.checkCharacter(first16.substring(8));
        return first17 + UnifiedSocialCreditCode.checkCharacter(first17);
    }

    @Provide
    Arbitrary<Character> letter() {
        return Arbitraries.chars().with(ALPHABET.toCharArray());
    }
}
