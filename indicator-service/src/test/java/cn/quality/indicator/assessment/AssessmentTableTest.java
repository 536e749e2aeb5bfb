package cn.quality.indicator.assessment;

import static cn.quality.indicator.assessment.Cycles.ONE;
import static cn.quality.indicator.assessment.Cycles.OTHER;
import static cn.quality.indicator.assessment.Cycles.act;
import static cn.quality.indicator.assessment.Cycles.city;
import static cn.quality.indicator.assessment.Cycles.entries;
import static cn.quality.indicator.assessment.Cycles.person;
import static cn.quality.indicator.assessment.Cycles.reporter;
import static cn.quality.indicator.assessment.Cycles.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.IndicatorTest;
import cn.quality.platform.transition.Transition;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every state × act × role of a cycle, over HTTP: what is not in this table is refused, and changes nothing. */
@IndicatorTest
class AssessmentTableTest {

    private static final String SCHEME = "table-scheme";

    /** What is possible, by hand; the service's own table must say the same. */
    private static final Map<AssessmentState, Set<AssessmentAct>> POSSIBLE = new EnumMap<>(Map.of(
            AssessmentState.TARGET_FILING,
            EnumSet.of(AssessmentAct.FILE_TARGETS, AssessmentAct.START_SELF_EVALUATION),
            AssessmentState.SELF_EVALUATION,
            EnumSet.of(AssessmentAct.ENTER, AssessmentAct.SUBMIT, AssessmentAct.START_ON_SITE_CHECK),
            AssessmentState.ON_SITE_CHECK,
            EnumSet.of(AssessmentAct.RECORD_FINDINGS, AssessmentAct.START_REVIEW),
            AssessmentState.REVIEW,
            EnumSet.of(AssessmentAct.REVIEW, AssessmentAct.OPEN_APPEALS),
            AssessmentState.APPEAL,
            EnumSet.of(
                    AssessmentAct.APPEAL,
                    AssessmentAct.DECIDE_APPEAL,
                    AssessmentAct.RECORD_FINDINGS,
                    AssessmentAct.PUBLISH),
            AssessmentState.PUBLISHED,
            EnumSet.of(AssessmentAct.START_CORRECTION),
            AssessmentState.CORRECTION,
            EnumSet.of(AssessmentAct.RECORD_FINDINGS, AssessmentAct.PUBLISH)));

    private static final List<String> ROLES = List.of(
            "reporter", "county-reviewer", "city-reviewer", "auditor", "administrator", "data-provider", "enterprise");

    private final Set<AssessmentState> seen = EnumSet.noneOf(AssessmentState.class);

    @Test
    void everyStateActAndRole() {
        Cycles.prepare(SCHEME);
        String id = Cycles.open(SCHEME, 2024).statusCode(201).extract().path("id");
        refuseEverythingElse(id, AssessmentState.TARGET_FILING);
        step(id, "START_SELF_EVALUATION").statusCode(200);
        refuseEverythingElse(id, AssessmentState.SELF_EVALUATION);
        for (var area : List.of(ONE, OTHER)) {
            act(reporter(area), id, "areas/" + area + "/entries", entries()).statusCode(200);
            act(reporter(area), id, "areas/" + area + "/submission", "").statusCode(200);
        }
        step(id, "START_ON_SITE_CHECK").statusCode(200);
        refuseEverythingElse(id, AssessmentState.ON_SITE_CHECK);
        step(id, "START_REVIEW").statusCode(200);
        refuseEverythingElse(id, AssessmentState.REVIEW);
        for (var area : List.of(ONE, OTHER)) {
            act(city("reviewer"), id, "areas/" + area + "/review", "{\"remark\": \"同意\"}")
                    .statusCode(200);
        }
        step(id, "OPEN_APPEALS").statusCode(200);
        refuseEverythingElse(id, AssessmentState.APPEAL);
        call(city("head"), id, AssessmentAct.PUBLISH).statusCode(200);
        refuseEverythingElse(id, AssessmentState.PUBLISHED);
        call(city("head"), id, AssessmentAct.START_CORRECTION).statusCode(200);
        refuseEverythingElse(id, AssessmentState.CORRECTION);

        assertThat(seen).containsExactly(AssessmentState.values());
    }

    @Test
    void theServiceHasTheSameTable() {
        POSSIBLE.forEach((state, acts) -> assertThat(AssessmentTransitions.TABLE.possible(state))
                .as("possible in %s", state)
                .containsExactlyInAnyOrderElementsOf(acts));
        assertThat(AssessmentTransitions.TABLE.rows().stream().map(Transition::policies))
                .allSatisfy(policies -> assertThat(policies).contains(AssessmentPolicy.OWN_REGION));
    }

    /** Acts that have no place here are 409 for their own role, and every act is 403 for any other; nothing changes. */
    private void refuseEverythingElse(String id, AssessmentState state) {
        seen.add(state);
        var before = city("head").get("/assessment-cycles/" + id).asString();
        for (var act : EnumSet.complementOf(EnumSet.of(AssessmentAct.OPEN))) {
            for (var role : ROLES) {
                if (!role.equals(act.role())) {
                    assertThat(call(person(role, role, Cycles.CITY), id, act)
                                    .extract()
                                    .statusCode())
                            .as("%s of %s in %s", act, role, state)
                            .isEqualTo(403);
                } else if (!POSSIBLE.getOrDefault(state, Set.of()).contains(act)) {
                    var refused = call(person(role, role, Cycles.CITY), id, act).extract();
                    assertThat(refused.statusCode() + " " + refused.path("code"))
                            .as("%s in %s", act, state)
                            .isEqualTo("409 illegal-transition");
                }
            }
        }
        assertThat(city("head").get("/assessment-cycles/" + id).asString()).isEqualTo(before);
    }

    private static ValidatableResponse call(RequestSpecification who, String id, AssessmentAct act) {
        var area = "areas/" + ONE + "/";
        return switch (act) {
            case OPEN -> throw new IllegalArgumentException("begins a cycle");
            case FILE_TARGETS -> act(who, id, area + "targets", "{\"document\": \"示例文件\"}");
            case ENTER -> act(who, id, area + "entries", "{\"entries\": [{\"node\": \"M12\", \"count\": 0}]}");
            case SUBMIT -> act(who, id, area + "submission", "");
            case RECORD_FINDINGS ->
                act(
                        who,
                        id,
                        area + "findings",
                        "{\"reason\": \"核查\", \"entries\": [{\"node\": \"M12\", \"count\": 0}]}");
            case REVIEW -> act(who, id, area + "review", "{\"remark\": \"同意\"}");
            case APPEAL -> act(who, id, area + "appeal", "{\"reason\": \"有异议\"}");
            case DECIDE_APPEAL -> act(who, id, area + "appeal-decision", "{\"upheld\": false, \"reason\": \"不成立\"}");
            case PUBLISH -> act(who, id, "publication", "");
            case START_CORRECTION -> act(who, id, "correction", "{\"reason\": \"漏计\"}");
            case START_SELF_EVALUATION, START_ON_SITE_CHECK, START_REVIEW, OPEN_APPEALS ->
                act(who, id, "step", "{\"step\": \"" + act.name() + "\"}");
        };
    }
}
