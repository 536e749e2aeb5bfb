package cn.quality.credit.listing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes in with an act: the particulars the entry needs of it. */
final class CaseActs {

    private CaseActs() {}

    @Schema(description = "理由 (a reason)")
    record Reason(
            @NotBlank @Size(max = 1000) @Schema(examples = "原决定已被撤销")
            String reason) {}

    /** @param servedOn legal date of the service; not before today's paper, so it may lie in the past */
    @Schema(description = "事先告知 (prior notice)")
    record Notice(
            @NotBlank @Size(max = 100) @Schema(examples = "日市监告〔2026〕示例1号")
            String documentNumber,

            @NotNull @Schema(examples = "2026-03-02") LocalDate servedOn,

            @NotBlank @Size(max = 500) @Schema(examples = "直接送达，当事人签收")
            String method) {}

    /** @param statedOn day on which the office received it */
    @Schema(description = "陈述申辩 (statement and defence)")
    record Defence(
            @NotNull @Schema(examples = "2026-03-05") LocalDate statedOn,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：本公司已召回涉案批次")
            String content,

            @Size(max = 20) @Nullable List<@NotNull UUID> evidence) {}

    @Schema(description = "上级同意 (consent of the next level)")
    record Consent(
            @NotBlank @Size(max = 100) @Schema(examples = "山东省市场监督管理局")
            String authority,

            @NotBlank @Size(max = 100) @Schema(examples = "鲁市监示例〔2026〕1号")
            String documentNumber,

            @NotNull @Schema(examples = "2026-03-12") LocalDate consentedOn) {}

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

            @Size(max = 10) @Nullable List<@NotNull @Valid ResponsiblePerson> responsible) {}

    /** @param withRepairNotice whether the notice about credit repair was served together with it (两书同达) */
    @Schema(description = "送达 (service of the decision)")
    record Service(
            @NotNull @Schema(examples = "2026-03-16") LocalDate servedOn,

            @NotBlank @Size(max = 500) @Schema(examples = "直接送达，当事人签收")
            String method,

            boolean withRepairNotice) {}

    @Schema(description = "红榜公示 (public notice of an honour)")
    record PublicNotice(
            @NotNull @Schema(examples = "2026-03-02") LocalDate announcedOn,

            @NotBlank @Size(max = 500) @Schema(examples = "日照市市场监督管理局门户网站")
            String place) {}

    @Schema(description = "发布 (publication)")
    record Publication(
            @Size(max = 1000) @Schema(examples = "2026年第一批示例黑榜") @Nullable
            String announcement) {}

    @Schema(description = "企业声明，与条目一并公开 (the enterprise's own words, shown beside the entry)")
    record Statement(
            @NotBlank @Size(max = 1000) @Schema(examples = "示例：本公司已完成整改并更换供应商")
            String statement) {}

    @Schema(description = "异议 (an objection)")
    record Objecting(
            @NotBlank @Size(max = 4000) @Schema(examples = "示例：涉案产品并非本公司生产")
            String content,

            @Size(max = 20) @Nullable List<@NotNull UUID> evidence) {}

    @Schema(description = "请其他单位核实 (referral to another unit)")
    record Referral(
            @NotBlank @Size(max = 100) @Schema(examples = "日照市行政审批服务局")
            String unit) {}

    @Schema(description = "对异议的处理 (answer to an objection)")
    record ObjectionAnswer(
            @NotNull Boolean upheld,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：经核实，异议成立")
            String answer) {}

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

            @Size(max = 20) @Nullable List<@NotNull UUID> evidence) {}

    @Schema(description = "是否受理修复申请 (whether the application is taken up)")
    record RepairAcceptance(
            @NotNull Boolean accepted,

            @NotBlank @Size(max = 1000) @Schema(examples = "示例：材料齐全，予以受理")
            String reason) {}

    @Schema(description = "修复决定 (decision on the repair)")
    record RepairRuling(
            @NotNull Boolean granted,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：符合修复条件，准予修复")
            String answer) {}

    @Schema(description = "修复申请弄虚作假的认定 (finding of fraud in a repair application)")
    record FraudFinding(
            @NotBlank @Size(max = 100) @Schema(examples = "日市监认〔2027〕示例1号")
            String documentNumber,

            @NotNull @Schema(examples = "2027-06-01") LocalDate foundOn,

            @NotBlank @Size(max = 4000) @Schema(examples = "示例：复查报告系伪造")
            String finding) {}

    @Schema(description = "依据被撤销 (annulment of the decision behind the entry)")
    record Annulment(
            @NotBlank @Size(max = 100) @Schema(examples = "日照市人民政府")
            String authority,

            @NotBlank @Size(max = 100) @Schema(examples = "日政复决字〔2026〕示例1号")
            String documentNumber,

            @NotNull @Schema(examples = "2026-06-01") LocalDate annulledOn) {}

    @Schema(description = "解除措施 (lifting of measures)")
    record Lifting(
            @NotNull @Schema(examples = "2027-03-04") LocalDate liftedOn,

            @NotBlank @Size(max = 1000) @Schema(examples = "示例：各部门已解除重点监管措施")
            String feedback) {}
}
