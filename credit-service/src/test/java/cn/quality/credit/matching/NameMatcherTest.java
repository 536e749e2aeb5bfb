package cn.quality.credit.matching;

import static cn.quality.credit.matching.LegalNameTest.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {

    @ParameterizedTest
    @CsvSource({
        // the same once normalised
        "日照示例食品有限公司,     '',     日照示例食品有限公司,         371102, 0.97, MATCH, name-equal",
        "'日照 示例食品（有限公司）', '',   日照示例食品有限公司,         371102, 0.97, MATCH, name-equal",
        "日照示例食品有限责任公司, '',     日照示例食品有限公司,         371102, 0.97, MATCH, name-equal",
        "日照第十二示例机械厂,    '',     日照第12示例机械厂,           371102, 0.97, MATCH, name-equal",
        // core equal: where it is decides
        "示例（日照）食品有限公司, '',     日照示例食品有限公司,         371102, 0.95, MATCH, core-and-region-equal",
        "示例食品有限公司,        371102, 日照示例食品有限公司,         371102, 0.95, MATCH, core-and-region-equal",
        "日照示例食品公司,        '',     日照市东港区示例食品有限公司,  371102, 0.95, MATCH, core-and-region-equal",
        "山东省日照市示例食品公司, '',     日照示例食品有限公司,         371102, 0.95, MATCH, core-and-region-equal",
        "示例食品公司,            '',     示例食品有限公司,             '',     0.85, REVIEW, core-equal",
        "示例食品有限公司,        '',     日照示例食品有限公司,         371102, 0.85, REVIEW, core-equal",
        "青岛示例食品有限公司,    '',     日照示例食品有限公司,         371102, 0.60, NONE,   region-differs",
        "示例食品公司,            370200, 示例食品有限公司,             371102, 0.60, NONE,   region-differs",
        "日照示例食品公司,        371121, 日照示例食品有限公司,         371102, 0.60, NONE,   region-differs",
        // another legal form is for review at most
        "日照示例食品厂,          '',     日照示例食品有限公司,         371102, 0.85, REVIEW, core-and-region-equal form-differs",
        "日照示例食品集团有限公司, '',     日照示例食品有限公司,         371102, 0.85, REVIEW, core-and-region-equal form-differs",
        "日照示例食品有限公司（个体工商户）, '', 日照示例食品有限公司,    371102, 0.85, REVIEW, core-and-region-equal form-differs",
        "示例食品厂,              '',     示例食品有限公司,             '',     0.75, REVIEW, core-equal form-differs",
        // a branch is another subject
        "日照示例食品有限公司东港分公司, '', 日照示例食品有限公司,        371102, 0.75, REVIEW, core-and-region-equal branch-differs",
        "日照示例食品有限公司第一分公司, '', 日照示例食品有限公司第二分公司, 371102, 0.75, REVIEW, core-and-region-equal branch-differs",
        // nothing in common
        "日照甲乙丙丁有限公司,     '',     五莲戊己庚辛厂,               371121, 0,    NONE,   similar-core similar-name similar-brand form-differs",
    })
    void aRuleHasItsScore(
            String asked,
            String askedPlace,
            String known,
            String knownPlace,
            BigDecimal score,
            Band band,
            String reasons) {
        var similarity = NameMatcher.compare(compared(asked, askedPlace), compared(known, knownPlace));

        assertThat(similarity.score()).isEqualByComparingTo(score);
        assertThat(similarity.band()).isEqualTo(band);
        assertThat(similarity.reasons().stream().map(Similarity.Reason::code)).containsExactly(reasons.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        // wrong, missing, too many, swapped
        "日照示例海螺食品有限公司,     日照示例海泓食品有限公司",
        "日照示例海食品有限公司,       日照示例海泓食品有限公司",
        "日照示例海泓泓食品有限公司,   日照示例海泓食品有限公司",
        "日照示例泓海食品有限公司,     日照示例海泓食品有限公司",
        "日照示例海泓食有限公司,       日照示例海泓食品有限公司",
        "海螺食品公司,               日照海泓食品有限公司",
        "日照海螺高端智能装备制造研发设计有限公司, 日照海泓高端智能装备制造研发设计有限公司",
    })
    void oneSlipOfWritingIsForReview(String asked, String known) {
        var similarity = NameMatcher.compare(compared(asked, ""), compared(known, "371102"));

        assertThat(similarity.score()).isBetween(new BigDecimal("0.78"), new BigDecimal("0.94"));
        assertThat(similarity.band()).isEqualTo(Band.REVIEW);
    }

    @Test
    void aSlipIsAFloorOfTheScore() {
        var similarity = NameMatcher.compare(compared("日照示例海螺食品有限公司", ""), compared("日照示例海泓食品有限公司", ""));

        assertThat(similarity.score()).isEqualByComparingTo("0.78");
        assertThat(similarity.reasons().stream().map(Similarity.Reason::code))
                .containsExactly("similar-core", "similar-name", "similar-brand", "one-slip");
    }

    @ParameterizedTest
    @CsvSource({
        // elsewhere, of another form, with another number
        "青岛示例海泓泓食品有限公司, 日照示例海泓食品有限公司",
        "日照示例海螺食品厂,        日照示例海泓食品有限公司",
        "日照示例海泓1号食品有限公司, 日照示例海泓2号食品有限公司",
    })
    void aSlipAndAnotherDifferenceAreTwoEnterprises(String asked, String known) {
        assertThat(NameMatcher.compare(compared(asked, ""), compared(known, "371102"))
                        .band())
                .isEqualTo(Band.NONE);
    }

    /** 示例甲乙食品 and 示例丙丁食品: 2 of 5 pairs shared, brands two of four apart; the whole names share 8 of 11. */
    @Test
    void similarityIsMadeOfThreeParts() {
        var similarity = NameMatcher.compare(compared("日照示例甲乙食品有限公司", ""), compared("日照示例丙丁食品有限公司", ""));

        assertThat(similarity.reasons().stream().map(Similarity.Reason::points))
                .containsExactly(new BigDecimal("0.2000"), new BigDecimal("0.2181"), new BigDecimal("0.1000"));
        assertThat(similarity.score()).isEqualByComparingTo("0.5181");
        assertThat(similarity.reasons().getFirst().text().zh()).isEqualTo("字号与行业的相似度为0.40");
    }

    @ParameterizedTest
    @CsvSource({
        "日照甲乙高端智能装备制造研发有限公司, 日照丙丁高端智能装备制造研发有限公司",
        "日照示例甲乙水产品冷冻加工出口有限公司, 日照示例丙丁水产品冷冻加工出口有限公司",
    })
    void aLongLineOfBusinessInCommonMakesNoOneBrand(String asked, String known) {
        var similarity = NameMatcher.compare(compared(asked, ""), compared(known, "371102"));

        assertThat(similarity.band()).isEqualTo(Band.NONE);
    }

    @Test
    void aCeilingIsAReasonWhereItLowersTheScore() {
        var similarity =
                NameMatcher.compare(compared("日照甲乙高端智能装备制造研发设计有限公司", ""), compared("日照丙丁高端智能装备制造研发设计有限公司", ""));

        assertThat(similarity.reasons().getLast().code()).isEqualTo("brand-differs");
        assertThat(similarity.score()).isEqualByComparingTo("0.69");
    }

    /** One of two characters is all that such names have in common. */
    @Test
    void aSlipInAShortNameIsAnotherName() {
        assertThat(NameMatcher.compare(compared("日照甲乙有限公司", ""), compared("日照甲丙有限公司", ""))
                        .band())
                .isEqualTo(Band.NONE);
    }

    @ParameterizedTest
    @CsvSource({"日照示例20网络科技有限公司, 日照示例2.0网络科技有限公司", "日照示例乾坤食品有限公司, 日照示例干坤食品有限公司"})
    void whatIsNotTheSameCharacterIsNoMatch(String asked, String known) {
        assertThat(NameMatcher.compare(compared(asked, ""), compared(known, "")).band())
                .isNotEqualTo(Band.MATCH);
    }

    @Test
    void theFirstIsNotTheSecond() {
        var similarity = NameMatcher.compare(compared("日照第一示例机械厂", ""), compared("日照第二示例机械厂", ""));

        assertThat(similarity.reasons().getLast().code()).isEqualTo("numeral-differs");
        assertThat(similarity.reasons().getLast().points()).isEqualByComparingTo("-0.3");
        assertThat(similarity.band()).isEqualTo(Band.NONE);
    }

    @Test
    void aFormerNameIsOneTheEnterpriseHad() {
        var known = new ComparedEnterprise(null, name("日照示例新材料有限公司"), List.of(name("日照旧名化工厂")), null);

        assertThat(NameMatcher.compare(compared("日照旧名化工厂", ""), known).score()).isEqualByComparingTo("0.92");
    }

    @Test
    void aBetterReasonThanAFormerNameCounts() {
        var known = new ComparedEnterprise(null, name("日照示例化工有限公司"), List.of(name("日照示例化工公司")), null);

        assertThat(NameMatcher.compare(compared("日照示例化工公司", ""), known).score()).isEqualByComparingTo("0.95");
    }

    @Test
    void aFormerNameTheAskerGivesCountsAsOneOfTheRegister() {
        var asked = new ComparedEnterprise(null, name("日照新名食品有限公司"), List.of(name("日照旧名化工厂")), null);

        assertThat(NameMatcher.compare(asked, compared("日照旧名化工厂", "371102")).score())
                .isEqualByComparingTo("0.92");
    }

    @ParameterizedTest
    @CsvSource({
        "日照示例食品有限公司,       1,   MATCH,  code-equal",
        "日照示例食品公司,          1,   MATCH,  code-equal",
        "日照示例倉品有限公司,       1,   MATCH,  code-equal",
        "日照旧名化工厂,            1,   MATCH,  code-equal",
        "日照另一纺织有限公司,       0.8, REVIEW, code-equal name-differs",
        "日照示例食品有限公司东港分公司, 0.8, REVIEW, code-equal name-differs",
    })
    void aCodeCountsAndANameOfSomebodyElseIsForReview(String asked, BigDecimal score, Band band, String reasons) {
        var known = new ComparedEnterprise(code(1), name("日照示例食品有限公司"), List.of(name("日照旧名化工厂")), null);

        var similarity = NameMatcher.compare(coded(1, asked), known);

        assertThat(similarity.score()).isEqualByComparingTo(score);
        assertThat(similarity.band()).isEqualTo(band);
        assertThat(similarity.reasons().stream().map(Similarity.Reason::code)).containsExactly(reasons.split(" ", -1));
    }

    @Test
    void twoCodesAreTwoEnterprisesWhateverTheyAreCalled() {
        var similarity = NameMatcher.compare(coded(1, "日照示例食品有限公司"), coded(2, "日照示例食品有限公司"));

        assertThat(similarity.score()).isEqualByComparingTo("0.30");
        assertThat(similarity.reasons().stream().map(Similarity.Reason::code))
                .containsExactly("name-equal", "code-differs");
        assertThat(similarity.reasons().getLast().points()).isEqualByComparingTo("-0.67");
    }

    @ParameterizedTest
    @CsvSource({"1.0, MATCH", "0.95, MATCH", "0.9499, REVIEW", "0.70, REVIEW", "0.6999, NONE", "0, NONE"})
    void bandsBeginWhereTheySay(BigDecimal score, Band band) {
        assertThat(Band.of(score)).isEqualTo(band);
    }

    @Property
    void aScoreIsBetweenNothingAndOneAndTheSumOfItsReasons(
            @ForAll("parties") ComparedEnterprise asked, @ForAll("parties") ComparedEnterprise known) {
        var similarity = NameMatcher.compare(asked, known);

        assertThat(similarity.score()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(similarity.reasons().stream()
                        .map(Similarity.Reason::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(similarity.score());
    }

    @Property
    void whoeverIsAskedFirst(@ForAll("parties") ComparedEnterprise one, @ForAll("parties") ComparedEnterprise other) {
        assertThat(NameMatcher.compare(one, other)).isEqualTo(NameMatcher.compare(other, one));
    }

    @Property
    void aNameIsItself(@ForAll("names") String name) {
        assertThat(NameMatcher.compare(compared(name, ""), compared(name, "371121"))
                        .score())
                .isEqualByComparingTo("0.97");
    }

    @Provide
    Arbitrary<String> names() {
        return Combinators.combine(
                        Arbitraries.of("", "日照", "日照市东港区", "青岛", "山东省"),
                        Arbitraries.strings()
                                .withChars("示例甲乙丙第一二十3（）ａ")
                                .ofMinLength(1)
                                .ofMaxLength(6)
                                .map(brand -> "海" + brand),
                        Arbitraries.of("", "食品", "海洋食品", "国际贸易"),
                        Arbitraries.of("", "有限公司", "有限责任公司", "厂", "专业合作社", "有限公司东港分公司"))
                .as((region, brand, industry, form) -> region + brand + industry + form);
    }

    @Provide
    Arbitrary<ComparedEnterprise> parties() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3).injectNull(0.6),
                        names(),
                        Arbitraries.of("", "371100", "371102", "370200"))
                .as((n, name, place) ->
                        new ComparedEnterprise(n == null ? null : code(n), name(name), List.of(), place(place)));
    }

    private static ComparedEnterprise compared(String name, String place) {
        return new ComparedEnterprise(null, name(name), List.of(), place(place));
    }

    private static ComparedEnterprise coded(int n, String name) {
        return new ComparedEnterprise(code(n), name(name), List.of(), null);
    }

    private static UnifiedSocialCreditCode code(int n) {
        return new UnifiedSocialCreditCode(FictionalCodes.fictional(n));
    }

    private static LegalName name(String name) {
        return LegalName.parse(name, WORDS);
    }

    private static @Nullable RegionCode place(String code) {
        return code.isEmpty() ? null : new RegionCode(code);
    }
}
