package cn.quality.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueRuleTest {

    private static final Figure SIXTY = new Figure(2015, new BigDecimal("60"), Qualifier.EQ, "60%");
    private static final Figure LEVEL = new Figure(2015, null, null, "比较满意");

    @Test
    void aConsistentIndicatorBreaksNone() {
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, SIXTY, SIXTY)).isEmpty();
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, null, SIXTY)).isEmpty();
        assertThat(broken(TargetKind.ORDINAL, Direction.NONE, LEVEL, null)).isEmpty();
        assertThat(broken(TargetKind.CONTEXT, Direction.NONE, SIXTY, null)).isEmpty();
    }

    @Test
    void backgroundPromisesNothing() {
        assertThat(broken(TargetKind.CONTEXT, Direction.NONE, null, SIXTY))
                .containsExactly(CatalogueRule.CONTEXT_PROMISES_NOTHING);
        assertThat(broken(TargetKind.CONTEXT, Direction.AT_LEAST, SIXTY, null))
                .containsExactly(CatalogueRule.CONTEXT_PROMISES_NOTHING);
    }

    @Test
    void zeroIsZero() {
        assertThat(broken(TargetKind.ZERO, Direction.EXACTLY, null, SIXTY))
                .containsExactly(CatalogueRule.ZERO_MEANS_ZERO);
        var zero = new Figure(2020, new BigDecimal("0.0"), Qualifier.EQ, "为零");
        assertThat(broken(TargetKind.ZERO, Direction.EXACTLY, null, zero)).isEmpty();
    }

    @Test
    void onlyALevelLacksANumber() {
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, LEVEL, SIXTY))
                .containsExactly(CatalogueRule.ONLY_LEVELS_LACK_A_NUMBER);
    }

    @Test
    void aQualifierQualifiesAValue() {
        var adrift = new Figure(2015, null, Qualifier.GE, "以上");
        var bare = new Figure(2015, BigDecimal.ONE, null, "1");
        assertThat(broken(TargetKind.ORDINAL, Direction.NONE, adrift, null))
                .containsExactly(CatalogueRule.QUALIFIER_GOES_WITH_VALUE);
        assertThat(broken(TargetKind.REACH, Direction.AT_LEAST, bare, null))
                .containsExactly(CatalogueRule.QUALIFIER_GOES_WITH_VALUE);
    }

    @Test
    void plansAndQuotationsBelongTogether() {
        assertThat(CatalogueRule.brokenBy(quoting(List.of("a-plan"), List.of())))
                .containsExactly(CatalogueRule.EVERY_PLAN_IS_QUOTED);
        assertThat(CatalogueRule.brokenBy(quoting(List.of("a-plan"), List.of("a-plan", "b-plan"))))
                .containsExactly(CatalogueRule.EVERY_PLAN_IS_QUOTED);
        assertThat(CatalogueRule.brokenBy(quoting(List.of("a-plan"), List.of("a-plan", "a-plan"))))
                .containsExactly(CatalogueRule.NOTHING_TWICE);
        assertThat(CatalogueRule.brokenBy(quoting(List.of(), List.of())))
                .containsExactly(CatalogueRule.TARGET_BELONGS_TO_A_PLAN);
    }

    private static List<CatalogueRule> broken(
            TargetKind kind, Direction direction, @Nullable Figure baseline, @Nullable Figure target) {
        return CatalogueRule.brokenBy(
                indicator(kind, direction, baseline, target, List.of("a-plan"), List.of("a-plan")));
    }

    private static NewIndicator quoting(List<String> plans, List<String> quoted) {
        return indicator(TargetKind.REACH, Direction.AT_LEAST, null, SIXTY, plans, quoted);
    }

    private static NewIndicator indicator(
            TargetKind kind,
            Direction direction,
            @Nullable Figure baseline,
            @Nullable Figure target,
            List<String> plans,
            List<String> quoted) {
        return new NewIndicator(
                "T_RULES",
                "规则",
                "Rules",
                "product",
                "%",
                kind,
                direction,
                baseline,
                target,
                plans,
                quoted.stream().map(plan -> new Quotation(plan, "原文")).toList(),
                null);
    }
}
