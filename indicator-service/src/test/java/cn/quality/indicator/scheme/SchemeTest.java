package cn.quality.indicator.scheme;

import static cn.quality.indicator.scheme.Sheets.band;
import static cn.quality.indicator.scheme.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.quality.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemeTest {

    @Test
    void theSampleIsConsistent() {
        var scheme = Sheets.sample();

        assertThat(scheme.top()).extracting(Scheme.Node::code).containsExactly("T", "M", "V", "B");
        assertThat(scheme.nodes()).hasSize(22);
    }

    /** Every form of rule is in the sample, so that the goldens show each. */
    @Test
    void theSampleShowsEveryFormOfRule() {
        assertThat(Sheets.sample().sheet().nodes().stream()
                        .flatMap(node -> node.rule() == null
                                ? Stream.<RuleForm>empty()
                                : Stream.of(node.rule().form())))
                .contains(RuleForm.values());
    }

    /** 国办发〔2013〕47号 art. 3 and 6: targets by 30 June before the year, self-evaluation by 15 July after it. */
    @Test
    void knowsTheDatesOfACycle() {
        var scheme = Sheets.sample();

        assertThat(scheme.yearBegins(2025)).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(scheme.yearEnds(2025)).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(scheme.targetsDue(2025)).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(scheme.selfEvaluationDue(2025)).isEqualTo(LocalDate.of(2026, 7, 15));
    }

    @Test
    void weightsAddUpOnEveryLevel() {
        assertThat(broken(sheet().document("D1", null, "60").document("D2", null, "39.9")))
                .containsExactly("nodes weights-do-not-sum");
        assertThat(broken(sheet().group("G", null, "100")
                        .document("D1", "G", "60")
                        .document("D2", "G", "41")))
                .containsExactly("nodes[0].weight weights-do-not-sum");
        assertThat(broken(sheet().group("G", null, null).document("D1", "G", "100")))
                .contains("nodes[0].weight missing");
    }

    @Test
    void rowsStandInATreeOfThreeLevels() {
        assertThat(broken(sheet().document("D", null, "100").document("D", null, "1")))
                .contains("nodes[1].code twice");
        assertThat(broken(sheet().document("D", "G", "100").group("G", null, "100")))
                .contains("nodes[0].parent unknown-parent");
        assertThat(broken(sheet().group("A", null, "100")
                        .group("A1", "A", "100")
                        .group("A2", "A1", "100")
                        .document("A3", "A2", "100")))
                .containsExactly("nodes[3].parent too-deep");
        assertThat(broken(sheet().document("D", null, "100").document("E", "D", "100")))
                .contains("nodes[0].rule group-with-rule");
        assertThat(broken(sheet().group("G", null, "100"))).containsExactly("nodes[0].rule missing");
    }

    @Test
    void aRuleHasTheFiguresOfItsFormAndNoOthers() {
        var bare = new NewRule(RuleForm.LINEAR, null, null, null, null, null, null, null, null, null, null);
        assertThat(broken(sheet().row("L", null, "100", bare, null)))
                .containsExactly(
                        "nodes[0].rule.measure missing",
                        "nodes[0].rule.baseline missing",
                        "nodes[0].rule.target missing");
        var ten = new BigDecimal("10");
        var mixed = new NewRule(RuleForm.DOCUMENT, null, null, null, null, null, ten, null, null, null, null);
        assertThat(broken(sheet().row("D", null, "100", mixed, null)))
                .containsExactly("nodes[0].rule.limit superfluous");
        assertThat(broken(sheet().linear("L", null, "100", "10", "10.0")))
                .containsExactly("nodes[0].rule.target no-way-to-go");
        assertThat(broken(sheet().steps("S", null, "100", Sense.AT_LEAST, "80", "90")))
                .containsExactly("nodes[0].rule.half order");
        assertThat(broken(sheet().deduction("M", null, "100", "-1")))
                .containsExactly("nodes[0].rule.perItem not-positive");
    }

    @Test
    void aVetoHasAGradeAndNoWeight() {
        assertThat(broken(sheet().document("D", null, "100").veto("V", null, "E")))
                .containsExactly("nodes[1].rule.grade unknown-grade");
        var veto = new NewRule(RuleForm.VETO, null, null, null, null, null, null, null, null, null, "D");
        assertThat(broken(sheet().document("D", null, "90").row("V", null, "10", veto, null)))
                .containsExactly("nodes[1].weight superfluous");
    }

    @Test
    void bandsLeaveNoGap() {
        var rows = sheet().document("D", null, "100");

        assertThat(broken(rows.sent(List.of(band("A", "90"), band("B", "95"), band("B", "10")))))
                .containsExactly("bands[1].from order", "bands[2].grade twice", "bands[2].from gap");
    }

    @Test
    void daysExist() {
        var good = sheet().document("D", null, "100").sent();
        var bad = new NewScheme(
                good.id(),
                good.title(),
                good.basis(),
                good.source(),
                good.firstYear(),
                good.decimals(),
                good.rounding(),
                good.notApplicable(),
                "02-30",
                good.targetsDue(),
                good.selfEvaluationDue(),
                good.bands(),
                good.nodes());

        assertThat(broken(bad)).containsExactly("yearBegins no-such-day");
    }

    private static List<String> broken(Sheets sheet) {
        return broken(sheet.sent());
    }

    private static List<String> broken(NewScheme sent) {
        var problem = catchThrowableOfType(Problem.class, () -> Scheme.of(sent, 1));
        return problem.violations().stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }
}
