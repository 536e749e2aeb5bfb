package cn.quality.standards.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.quantity.Conditioned;
import cn.quality.standards.quantity.Demand;
import cn.quality.standards.quantity.DemandCase;
import cn.quality.standards.quantity.Operator;
import cn.quality.standards.requirement.Shortfall.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequirementComparisonTest {

    private static final Characteristic PROTEIN =
            new Characteristic("protein", "蛋白质", "Protein", List.of("粗蛋白(以干基计)"), "g/100 g", List.of());
    private static final Characteristic MOISTURE =
            new Characteristic("moisture", "水分", "Moisture", List.of(), "%", List.of());
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(PROTEIN, MOISTURE));

    private static RequiredIndicator required(
            String characteristic, String clause, Operator operator, String value, @Nullable String condition) {
        return new RequiredIndicator(
                characteristic,
                clause,
                operator,
                new BigDecimal(value),
                null,
                null,
                null,
                null,
                "%",
                null,
                null,
                null,
                characteristic.equals("protein") ? "GB 5009.5" : null,
                condition);
    }

    private static Requirement requirement(RequiredIndicator... indicators) {
        return new Requirement(
                "GB/T 99001-2020", List.of("冻鱼"), List.of(), List.of(indicators), "示例", Requirement.Certainty.U);
    }

    private static DeclaredValue declared(
            String name, String method, Operator operator, String value, @Nullable String condition) {
        var demand = new Demand(operator, new BigDecimal(value), null, null, null, null, "g/100 g", null, null);
        return new DeclaredValue(
                "indicators[0]", name, new TestMethod(method), List.of(new Conditioned(condition, demand)));
    }

    private static List<Shortfall> compare(Requirement requirement, DeclaredValue... declared) {
        return new RequirementComparison(requirement, VOCABULARY)
                .of(List.of(declared)).stream().map(FoundShortfall::shortfall).toList();
    }

    private static final Requirement SIMPLE = requirement(
            required("protein", "4.3 表2", Operator.GE, "15", null),
            required("moisture", "4.4", Operator.LE, "75", null));

    @Test
    void whatIsHigherFallsShortOfNothing() {
        assertThat(compare(
                        SIMPLE,
                        declared("粗蛋白（以 干基 计）", "GB 5009.5-2016 第一法", Operator.GE, "15.0", null),
                        declared("MOISTURE", "企业方法", Operator.LE, "70", null)))
                .isEmpty();
    }

    @Test
    void eachLowerOrMissingIndicatorIsNamedWithItsClause() {
        assertThat(compare(SIMPLE, declared("蛋白质", "GB 5009.5-2016", Operator.GE, "12.50", null)))
                .containsExactly(
                        new Shortfall(
                                Kind.LOWER, "protein", "蛋白质", "GB/T 99001-2020", "4.3 表2", "≥ 15 %", "≥ 12.50 g/100 g"),
                        new Shortfall(Kind.MISSING, "moisture", "水分", "GB/T 99001-2020", "4.4", "≤ 75 %", null));
    }

    @Test
    void anotherMethodIsNotComparable() {
        assertThat(compare(
                        SIMPLE,
                        declared("蛋白质", "GB/T 8856-1988", Operator.GE, "20", null),
                        declared("水分", "GB 5009.3-2016", Operator.LE, "70", null)))
                .extracting(Shortfall::kind)
                .containsExactly(Kind.NOT_COMPARABLE);
    }

    @Test
    void anEditionOfTheMethodCountsOnlyWhereBothNameOne() {
        assertThat(new TestMethod("GB 5009.5").isSame(new TestMethod("按 GB 5009.5—2025 第二法")))
                .isTrue();
        assertThat(new TestMethod("GB 5009.5-2016").isSame(new TestMethod("GB 5009.5-2025")))
                .isFalse();
        assertThat(new TestMethod("GB/T 5009.5-2016").isSame(new TestMethod("GB 5009.5-2016")))
                .isTrue();
        assertThat(new TestMethod("目测").isSame(new TestMethod(" 目测"))).isTrue();
        assertThat(new TestMethod("目测").isSame(new TestMethod("GB 5009.5"))).isFalse();
    }

    @Test
    void aMethodIsPublishedWhenItCitesAStandardOfAnAuthority() {
        assertThat(new TestMethod("JJF 1070-2005").isPublished()).isTrue();
        assertThat(new TestMethod("ISO 1871:2009").isPublished()).isTrue();
        assertThat(new TestMethod("Q/RZSL 001-2024 附录 A").isPublished()).isFalse();
        assertThat(new TestMethod("目测").isPublished()).isFalse();
    }

    private static final Requirement BY_GRADE = requirement(
            required("protein", "4.3", Operator.GE, "15", "一等品"), required("protein", "4.3", Operator.GE, "12", "合格品"));

    @Test
    void aConditionIsHeldAgainstItsOwnCase() {
        assertThat(compare(BY_GRADE, declared("蛋白质", "GB 5009.5", Operator.GE, "12", "合格品")))
                .isEmpty();
        assertThat(compare(BY_GRADE, declared("蛋白质", "GB 5009.5", Operator.GE, "12", "一等品")))
                .extracting(Shortfall::kind)
                .containsExactly(Kind.LOWER);
        assertThat(compare(BY_GRADE, declared("蛋白质", "GB 5009.5", Operator.GE, "20", "冷藏")))
                .extracting(Shortfall::kind)
                .containsExactly(Kind.NOT_COMPARABLE);
    }

    @Test
    void aPromiseWithoutConditionIsHeldAgainstAllCases() {
        assertThat(compare(BY_GRADE, declared("蛋白质", "GB 5009.5", Operator.GE, "15", null)))
                .isEmpty();
        assertThat(compare(BY_GRADE, declared("蛋白质", "GB 5009.5", Operator.GE, "13", null)))
                .extracting(Shortfall::kind)
                .containsExactly(Kind.NOT_COMPARABLE);
        assertThat(compare(BY_GRADE, declared("蛋白质", "GB 5009.5", Operator.GE, "10", null)))
                .extracting(Shortfall::kind)
                .containsExactly(Kind.LOWER);
    }

    @Test
    void casesOfOneIndicatorAreComparedOneByOne() {
        var byCase = new RequiredIndicator(
                "protein",
                "4.3",
                Operator.BY_CONDITION,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                        new DemandCase(
                                "一等品", Operator.GE, new BigDecimal("15"), null, null, null, null, "%", null, null),
                        new DemandCase(
                                "合格品", Operator.GE, new BigDecimal("12"), null, null, null, null, "%", null, null)),
                null,
                null);
        assertThat(compare(requirement(byCase), declared("蛋白质", "GB 5009.5", Operator.GE, "14", "一等品")))
                .extracting(Shortfall::demanded)
                .containsExactly("一等品 ≥ 15 %");
    }

    @Test
    void twoPromisesUnderOneConditionCountTogether() {
        var range = requirement(required("protein", "4.3", Operator.EQ, "15", null));
        assertThat(compare(
                        range,
                        declared("蛋白质", "GB 5009.5", Operator.GE, "15", null),
                        declared("蛋白质", "GB 5009.5", Operator.LE, "15", null)))
                .isEmpty();
    }

    @Test
    void aStatementNamesAnIndicatorByAnyOfItsNames() {
        var found = new FoundShortfall(
                new Shortfall(Kind.LOWER, "protein", "蛋白质", "GB/T 99001-2020", "4.3", "≥ 15 %", "≥ 12 %"),
                "indicators[0]",
                PROTEIN.names().toList());
        assertThat(found.isNamedIn("本产品粗蛋白（以干基计）低于 GB/T 99001")).isTrue();
        assertThat(found.isNamedIn("本产品的指标低于推荐性标准")).isFalse();
    }

    @Test
    void aStandardGovernsWhatItsProductsNameInTheEnd() {
        assertThat(SIMPLE.governs("示例冻鱼")).isTrue();
        assertThat(SIMPLE.governs("冻鱼片")).isFalse();
    }
}
