package cn.quality.credit.listing;

import static cn.quality.credit.Credit.act;
import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.approver;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.auditor;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.handler;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static cn.quality.credit.Credit.record;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.testing.MovedClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Order 107 of market supervision makes of the penalties behind an entry, over HTTP and under the rules of the seeds. */
@CreditTest
class ListingPenaltyStoryTest extends ListingStory {

    /** Art. 7: a low fine with leniency is minor, and shown for three months by one of the two systems. */
    @Test
    void aLowFineWithLeniencyIsShownForThreeMonthsAndNotOnCreditChina() {
        refuse(draft(with("MINOR", fine(60_000, true))), 422, "class-unsuitable");
        refuse(draft(with("MINOR", fine(30_000, false))), 422, "class-unsuitable");
        refuse(draft(with("GENERAL", fine(30_000, true))), 422, "class-unsuitable");

        drafted(with("MINOR", fine(30_000, true)));
        toPublication("MINOR");
        due("DISPLAY", "2027-02-10", "MINOR_STOPS_AFTER");
        anybody()
                .get("listings/" + entry)
                .then()
                .body("validUntil", equalTo("2027-02-10"))
                .body("creditChinaUntil", nullValue());

        Time.comes(LocalDate.of(2027, 2, 11));
        is("EXPIRED");
        publicDoesNotSeeIt();
    }

    @Test
    void whoWasOnlyWarnedIsNotShown() {
        refuse(draft(with("MINOR", penalty("WARNING"))), 422, "warning-only");
    }

    @Test
    void bothSystemsShowAGeneralCaseEachByItsOwnRule() {
        drafted(with("GENERAL", penalty("CONFISCATION")));
        toPublication("GENERAL");

        due("DISPLAY", "2027-11-10", "GENERAL_STOPS_AFTER");
        due("CREDIT_CHINA_DISPLAY", "2027-11-10", "CREDIT_CHINA_GENERAL_STOPS_AFTER");
        var displays = "deadlines.findAll { it.system != null }.";
        as(auditor())
                .get("listings/" + entry)
                .then()
                .body(displays + "kind", equalTo(List.of("DISPLAY", "CREDIT_CHINA_DISPLAY")))
                .body(displays + "system", equalTo(List.of("ENTERPRISE_PUBLICITY", "CREDIT_CHINA")));
        anybody().get("listings/" + entry).then().body("creditChinaUntil", equalTo("2027-11-10"));
        anybody().get("enterprises/" + uscc).then().body("listings[0].creditChinaUntil", equalTo("2027-11-10"));
    }

    /** Art. 8(1)(1). */
    @Test
    void inFoodWhatIsNotMinorIsSerious() {
        var general = with("GENERAL", penalty("CONFISCATION"));
        refuse(draft(and(general, "safetyField", "FOOD")), 422, "class-unsuitable");

        drafted(and(with("SERIOUS", penalty("CONFISCATION")), "safetyField", "FOOD"));
        toPublication("SERIOUS");
        due("DISPLAY", "2029-11-10", "SERIOUS_STOPS_AFTER");
    }

    /** Art. 8(4): a year is over, the ban is not. */
    @Test
    void aRestrictionIsRepairedOnlyAfterItsEnd() {
        drafted(and(with("SERIOUS", penalty("RESTRICTION")), "banUntil", "2027-12-01"));
        toPublication("SERIOUS");
        due("REPAIR_POSSIBLE", "2027-12-02", "RESTRICTION_REPAIR_ONLY_AFTER_BAN");

        MovedClock.to(LocalDate.of(2027, 12, 1));
        refuse(applied(evidence()), 422, "repair-too-early");
        MovedClock.to(LocalDate.of(2027, 12, 2));
        ok(applied(evidence()));
    }

    /** Art. 8(5). */
    @Test
    void aRevocationIsNeverRepaired() {
        drafted(with("SERIOUS", penalty("REVOCATION")));
        toPublication("SERIOUS");

        MovedClock.to(LocalDate.of(2027, 11, 30));
        refuse(applied(evidence()), 422, "beyond-repair");
    }

    /** Art. 6(2). */
    @Test
    void ofSeveralPenaltiesTheLongestTermHolds() {
        drafted(with("MINOR", penalty("CRITICISM"), Map.of("type", "CONFISCATION", "severity", "GENERAL")));
        toPublication("MINOR");

        due("DISPLAY", "2027-11-10", "GENERAL_STOPS_AFTER");
        due("REPAIR_POSSIBLE", "2027-02-10", "GENERAL_REPAIR_AFTER");
    }

    /** Art. 11(3): however light, but of the same kind. */
    @Test
    void aNewPenaltyOfTheSameKindStandsAgainstRepair() {
        drafted(and(with("GENERAL", penalty("CONFISCATION")), "violationKind", "示例：虚假宣传"));
        toPublication("GENERAL");
        MovedClock.to(LocalDate.of(2027, 2, 10));
        penalised("SERIOUS", "示例：无证经营");
        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));

        penalised("MINOR", "示例：虚假宣传");
        var granted = Map.of("granted", true, "answer", "示例：准予修复");
        refuse(act(approver(), entry, "repair-applications/decision", granted), 422, "penalised-again");
    }

    @Test
    void aNewPenaltyOfAnotherKindDoesNot() {
        drafted(and(with("GENERAL", penalty("CONFISCATION")), "violationKind", "示例：虚假宣传"));
        toPublication("GENERAL");
        MovedClock.to(LocalDate.of(2027, 2, 10));
        penalised("SERIOUS", "示例：无证经营");

        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));
        ok(act(approver(), entry, "repair-applications/decision", Map.of("granted", true, "answer", "示例：准予修复")));
        is("REPAIRED");
    }

    /** Art. 13(1)(3): of another kind, but heavy. A light one of the same kind does not stand against leaving the list. */
    @Test
    void aNewHeavyPenaltyStandsAgainstLeavingTheSeriousList() {
        drafted(Map.of("severity", "SERIOUS", "violationKind", "示例：虚假宣传"));
        toPublication("SERIOUS");
        MovedClock.to(LocalDate.of(2027, 11, 10));
        penalised("MINOR", "示例：虚假宣传");
        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));

        penalised("GENERAL", "示例：无证经营");
        var granted = Map.of("granted", true, "answer", "示例：准予移出");
        refuse(act(approver(), entry, "repair-applications/decision", granted), 422, "penalised-again");
        is("REPAIR_ACCEPTED");
        publicSeesIt();
    }

    @Test
    void aLightPenaltyOfTheSameKindDoesNot() {
        drafted(Map.of("severity", "SERIOUS", "violationKind", "示例：虚假宣传"));
        toPublication("SERIOUS");
        MovedClock.to(LocalDate.of(2027, 11, 10));
        penalised("MINOR", "示例：虚假宣传");
        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));

        ok(act(approver(), entry, "repair-applications/decision", Map.of("granted", true, "answer", "示例：准予移出")));
        is("REPAIRED");
        publicDoesNotSeeIt();
    }

    /** 总局令第44号 art. 22 speaks of the list; to show a penalty of the serious class nobody above has to consent. */
    @Test
    void aSeriousPenaltyThatIsOnlyShownNeedsNoConsentFromAbove() {
        drafted(with("SERIOUS", penalty("CONFISCATION")));
        submitted();
        noticeServed();
        Time.comes(LocalDate.of(2026, 11, 10));
        var ruling = decision("2026-11-10");
        ruling.put("responsible", responsible());

        ok(decide(ruling));
        is("DECIDED");
    }

    /** Art. 16(3): seven working days and ten more, once. */
    @Test
    void theDecisionOnARepairIsPutOffOnce() {
        onTheBlackList("GENERAL");
        MovedClock.to(LocalDate.of(2027, 2, 10));
        ok(applied(evidence()));
        ok(act(handler(), entry, "repair-applications/acceptance", Map.of("accepted", true, "reason", "示例")));
        due("REPAIR_DECISION", "2027-02-19", "REPAIR_DECISION");

        var extension = Map.of("approvalNumber", "示例批〔2027〕1号", "reason", "示例：需要实地核查");
        ok(act(approver(), entry, "repair-applications/extension", extension));
        due("REPAIR_DECISION_EXTENDED", "2027-03-05", "REPAIR_DECISION_EXTENSION");
        refuse(act(approver(), entry, "repair-applications/extension", extension), 422, "extended-before");
        ok(act(approver(), entry, "repair-applications/decision", Map.of("granted", true, "answer", "示例：准予修复")));
        is("REPAIRED");
    }

    private static Map<String, Object> with(String severity, Object... penalties) {
        return Map.of("severity", severity, "penalties", List.of(penalties));
    }

    private static Map<String, Object> and(Map<String, Object> draft, String field, String value) {
        var more = new HashMap<>(draft);
        more.put(field, value);
        return more;
    }

    private static Map<String, ?> penalty(String type) {
        return Map.of("type", type);
    }

    private static Map<String, ?> fine(int yuan, boolean mitigated) {
        return Map.of("type", "FINE", "fineYuan", yuan, "mitigated", mitigated);
    }

    private void penalised(String severity, String violationKind) {
        var penalty = record(uscc, next());
        penalty.put("kind", "PENALTY");
        penalty.put("title", "示例处罚");
        penalty.put("severity", severity);
        penalty.put("occurredOn", "2027-01-05");
        penalty.put(
                "details",
                Map.of(
                        "procedure",
                        "ORDINARY",
                        "types",
                        List.of("FINE"),
                        "violationKind",
                        violationKind,
                        "documentNumber",
                        "示例罚〔2027〕1号",
                        "authority",
                        Credit.DEPARTMENT));
        post(department(), "records", penalty).then().statusCode(201);
    }
}
