package cn.quality.credit.listing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes in with an act: the particulars the entry needs of it. */
final class CaseActs {

    private CaseActs() {}

    @Schema(description = "理由 (a reason)")
    record Reason(
            @NotBlank @Size(max = 1000) @Schema(examples = "原决定已被撤销")
            String reason) {

        /** For this act. */
        ActContent of(ListingAct act) {
            return new Reasoned(act, this);
        }
    }

    /** An act for which nothing but a reason comes in. */
    private record Reasoned(ListingAct act, Reason why) implements ActContent {

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return switch (act) {
                case SEND_BACK -> entry.sendBack(why.reason(), now);
                case REJECT -> entry.reject(why.reason(), now);
                case CLOSE -> entry.close(why.reason(), now);
                case WITHDRAW -> entry.withdraw(why.reason(), now);
                case REINSTATE -> entry.reinstate(why.reason(), now);
                default -> throw new IllegalArgumentException(act + " needs more than a reason");
            };
        }

        @Override
        public Object compared() {
            return why;
        }
    }

    /** An act with which nothing comes in. */
    static ActContent bare(ListingAct act) {
        return new Bare(act);
    }

    private record Bare(ListingAct act) implements ActContent {

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return switch (act) {
                case SUBMIT -> entry.submit(now);
                case LAPSE_DEFENCE -> entry.lapseDefence(now);
                case EXPIRE -> entry.expire(now);
                case END_WITH_ENTERPRISE -> entry.endWithEnterprise(now);
                case ARCHIVE -> entry.archive(now);
                default -> throw new IllegalArgumentException(act + " needs a content");
            };
        }

        @Override
        public @Nullable Object compared() {
            return null;
        }
    }

    /** @param servedOn legal date of the delivery; it may lie in the past, for the paper was served before it is recorded */
    @Schema(description = "事先告知 (prior notice)")
    record Notice(
            @NotBlank @Size(max = 100) @Schema(examples = "日市监告〔2026〕示例1号")
            String documentNumber,

            @NotNull @Schema(examples = "2026-03-02") LocalDate servedOn,

            @NotBlank @Size(max = 500) @Schema(examples = "直接送达，当事人签收")
            String method)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.SERVE_NOTICE;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.serveNotice(this, now);
        }
    }

    /** @param statedOn day on which the office received it */
    @Schema(description = "陈述申辩 (statement and defence)")
    record Defence(
            @NotNull @Schema(examples = "2026-03-05") LocalDate statedOn,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：本公司已召回涉案批次")
            String content,

            @Size(max = 20) @Nullable List<@NotNull UUID> evidence)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.RECEIVE_DEFENCE;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.receiveDefence(this, now);
        }

        @Override
        public List<UUID> files() {
            return evidence == null ? List.of() : evidence;
        }
    }

    @Schema(description = "上级同意 (consent of the next level)")
    record Consent(
            @NotBlank @Size(max = 100) @Schema(examples = "山东省市场监督管理局")
            String authority,

            @NotBlank @Size(max = 100) @Schema(examples = "鲁市监示例〔2026〕1号")
            String documentNumber,

            @NotNull @Schema(examples = "2026-03-12") LocalDate consentedOn)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.CONSENT;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.consent(this, now);
        }
    }

    /**
     * @param document the decision; absent when the draft has it already
     * @param defenceAnswer how the defence was weighed; needed when there was one
     * @param intentDisproved whether it is proven that there was no intent: then the entry may not be made
     */
    @Schema(description = "决定 (a decision)")
    record Ruling(
            @Valid @Nullable DecisionDocument document,

            @Size(max = 4000) @Schema(examples = "示例：申辩理由不能免除责任，不予采纳") @Nullable
            String defenceAnswer,

            boolean intentDisproved,

            @Size(max = 10) @Nullable List<@NotNull @Valid ResponsiblePerson> responsible)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.DECIDE;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.decide(this, now);
        }

        @Override
        public Optional<DecisionDocument> broughtDecision() {
            return Optional.ofNullable(document);
        }
    }

    /** @param withRepairNotice whether the notice about credit repair was delivered together with it (两书同达) */
    @Schema(description = "送达 (delivery of the decision)")
    record DecisionDelivery(
            @NotNull @Schema(examples = "2026-03-16") LocalDate servedOn,

            @NotBlank @Size(max = 500) @Schema(examples = "直接送达，当事人签收")
            String method,

            boolean withRepairNotice)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.SERVE_DECISION;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.serveDecision(this, now);
        }
    }

    @Schema(description = "红榜公示 (public notice of an honour)")
    record PublicNotice(
            @NotNull @Schema(examples = "2026-03-02") LocalDate announcedOn,

            @NotBlank @Size(max = 500) @Schema(examples = "日照市市场监督管理局门户网站")
            String place)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.ANNOUNCE;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.announce(this, now);
        }
    }

    @Schema(description = "发布 (publication)")
    record Publication(
            @Size(max = 1000) @Schema(examples = "2026年第一批示例黑榜") @Nullable
            String announcement) {}

    @Schema(description = "企业声明，与条目一并公开 (the enterprise's own words, shown beside the entry)")
    record Statement(
            @NotBlank @Size(max = 1000) @Schema(examples = "示例：本公司已完成整改并更换供应商")
            String statement) implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.ADD_STATEMENT;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.addStatement(statement, now);
        }
    }

    @Schema(description = "异议 (an objection)")
    record Objecting(
            @NotBlank @Size(max = 4000) @Schema(examples = "示例：涉案产品并非本公司生产")
            String content,

            @Size(max = 20) @Nullable List<@NotNull UUID> evidence)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.RAISE_OBJECTION;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.raiseObjection(this, now);
        }

        @Override
        public List<UUID> files() {
            return evidence == null ? List.of() : evidence;
        }
    }

    @Schema(description = "请其他单位核实 (referral to another unit)")
    record Referral(
            @NotBlank @Size(max = 100) @Schema(examples = "日照市行政审批服务局")
            String unit) implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.REFER_OBJECTION;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.referObjection(unit, now);
        }
    }

    @Schema(description = "对异议的处理 (answer to an objection)")
    record ObjectionAnswer(
            @NotNull Boolean upheld,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：经核实，异议成立")
            String answer) implements ActContent {

        @Override
        public ListingAct act() {
            return upheld ? ListingAct.UPHOLD_OBJECTION : ListingAct.DISMISS_OBJECTION;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.answerObjection(this, now);
        }
    }

    /**
     * @param commitment the public credit commitment
     * @param correction how the conduct was corrected and the duties were performed
     * @param evidence files that prove it
     */
    @Schema(description = "信用修复申请 (application for credit repair)")
    record Repairing(
            @NotBlank @Size(max = 4000) @Schema(examples = "示例：本公司郑重承诺守法诚信经营")
            String commitment,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：已缴清罚款并完成整改，复查合格")
            String correction,

            @Size(max = 20) @Nullable List<@NotNull UUID> evidence)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.APPLY_FOR_REPAIR;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.applyForRepair(this, now);
        }

        @Override
        public List<UUID> files() {
            return evidence == null ? List.of() : evidence;
        }
    }

    @Schema(description = "是否受理修复申请 (whether the application is taken up)")
    record RepairAcceptance(
            @NotNull Boolean accepted,

            @NotBlank @Size(max = 1000) @Schema(examples = "示例：材料齐全，予以受理")
            String reason) implements ActContent {

        @Override
        public ListingAct act() {
            return accepted ? ListingAct.ACCEPT_REPAIR : ListingAct.DECLINE_REPAIR;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.takeUpRepair(this, now);
        }
    }

    /** @param approvalNumber number of the paper by which the head of the office approved it */
    @Schema(description = "延长修复决定期限 (the decision on the repair is put off)")
    record RepairExtension(
            @NotBlank @Size(max = 100) @Schema(examples = "日市监批〔2027〕示例1号")
            String approvalNumber,

            @NotBlank @Size(max = 1000) @Schema(examples = "示例：案情复杂，需实地核查")
            String reason)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.EXTEND_REPAIR;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.extendRepair(this, now);
        }
    }

    @Schema(description = "修复决定 (decision on the repair)")
    record RepairRuling(
            @NotNull Boolean granted,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：符合修复条件，准予修复")
            String answer) implements ActContent {

        @Override
        public ListingAct act() {
            return granted ? ListingAct.GRANT_REPAIR : ListingAct.REFUSE_REPAIR;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.decideRepair(this, now);
        }
    }

    /** @param evidence the ruling itself */
    @Schema(description = "人民法院的重整或者和解裁定 (a court's ruling on reorganisation or settlement)")
    record CourtRuling(
            @NotBlank @Size(max = 100) @Schema(examples = "山东省日照市中级人民法院")
            String court,

            @NotBlank @Size(max = 100) @Schema(examples = "（2027）鲁11破示例1号之一")
            String documentNumber,

            @NotNull @Schema(examples = "2027-03-01") LocalDate ruledOn,

            @Size(max = 20) @Nullable List<@NotNull UUID> evidence)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.FILE_COURT_RULING;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.fileCourtRuling(this, now);
        }

        @Override
        public List<UUID> files() {
            return evidence == null ? List.of() : evidence;
        }
    }

    @Schema(description = "临时修复决定 (decision on a temporary repair)")
    record TemporaryRepairRuling(
            @NotNull Boolean granted,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：重整计划执行期间，准予临时修复")
            String answer)
            implements ActContent {

        @Override
        public ListingAct act() {
            return granted ? ListingAct.GRANT_TEMPORARY_REPAIR : ListingAct.REFUSE_TEMPORARY_REPAIR;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.decideTemporaryRepair(this, now);
        }
    }

    @Schema(description = "重整计划或者和解协议执行完毕 (the plan or settlement has been carried out)")
    record PlanCompletion(
            @NotBlank @Size(max = 100) @Schema(examples = "山东省日照市中级人民法院")
            String court,

            @NotBlank @Size(max = 100) @Schema(examples = "（2027）鲁11破示例1号之三")
            String documentNumber,

            @NotNull @Schema(examples = "2027-09-01") LocalDate completedOn)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.CONFIRM_REORGANISATION;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.confirmReorganisation(this, now);
        }
    }

    @Schema(description = "重整计划或者和解协议终止执行 (the plan or settlement has failed)")
    record PlanTermination(
            @NotBlank @Size(max = 100) @Schema(examples = "山东省日照市中级人民法院")
            String court,

            @NotBlank @Size(max = 100) @Schema(examples = "（2027）鲁11破示例1号之二")
            String documentNumber,

            @NotNull @Schema(examples = "2027-09-01") LocalDate terminatedOn)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.RESUME_DISPLAY;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.resumeDisplay(this, now);
        }
    }

    @Schema(description = "修复申请弄虚作假的认定 (finding of fraud in a repair application)")
    record FraudFinding(
            @NotBlank @Size(max = 100) @Schema(examples = "日市监认〔2027〕示例1号")
            String documentNumber,

            @NotNull @Schema(examples = "2027-06-01") LocalDate foundOn,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：复查报告系伪造")
            String finding)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.RESTORE;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.restore(this, now);
        }
    }

    @Schema(description = "依据被撤销 (annulment of the decision behind the entry)")
    record Annulment(
            @NotBlank @Size(max = 100) @Schema(examples = "日照市人民政府")
            String authority,

            @NotBlank @Size(max = 100) @Schema(examples = "日政复决字〔2026〕示例1号")
            String documentNumber,

            @NotNull @Schema(examples = "2026-06-01") LocalDate annulledOn)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.REVOKE_BASIS;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.revokeBasis(this, now);
        }
    }

    @Schema(description = "解除措施 (lifting of measures)")
    record Lifting(
            @NotNull @Schema(examples = "2027-03-04") LocalDate liftedOn,

            @NotBlank @Size(max = 1000) @Schema(examples = "示例：各部门已解除重点监管措施")
            String feedback)
            implements ActContent {

        @Override
        public ListingAct act() {
            return ListingAct.LIFT_MEASURES;
        }

        @Override
        public ListingEvent applyTo(Listing entry, DecisionContext now) {
            return entry.liftMeasures(this, now);
        }
    }
}
