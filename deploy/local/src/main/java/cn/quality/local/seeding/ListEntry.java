package cn.quality.local.seeding;

import cn.quality.local.seeding.Enterprise.Field;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a red or black entry, as the credit API takes it.
 *
 * @param key identifies the draft, so that it is made once; not sent in the body
 */
record ListEntry(
        String uscc,
        Kind kind,
        Field field,
        String ground,
        String legalBasis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String severity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate conductEndedOn,
        DecisionDocument decision,
        LocalDate validUntil,
        @JsonIgnore String key) {

    /**
     * An act on the way from the draft to the list.
     *
     * @param path below the entry
     */
    record Step(Account by, String path, Map<String, ?> content) {}

    /** What comes between draft and list, on papers dated around the decision. */
    List<Step> steps() {
        var submission = new Step(Account.CASE_HANDLER, "submission", Map.of());
        var publication = new Step(Account.PUBLISHER, "publication", Map.of("announcement", "示例数据：虚构企业，仅供演示"));
        var decidedOn = decision.decidedOn();
        return kind == Kind.RED
                ? List.of(
                        submission,
                        new Step(
                                Account.CASE_APPROVER,
                                "public-notice",
                                Map.of("announcedOn", decidedOn.plusDays(1), "place", "示例门户网站")),
                        publication)
                : List.of(
                        submission,
                        new Step(
                                Account.CASE_APPROVER,
                                "notice",
                                Map.of(
                                        "documentNumber",
                                                decision.documentNumber().replace("决字", "告字"),
                                        "servedOn", decidedOn.minusWeeks(3),
                                        "method", "示例：直接送达")),
                        new Step(
                                Account.CASE_HANDLER,
                                "defence",
                                Map.of(
                                        "statedOn",
                                        decidedOn.minusWeeks(3).plusDays(1),
                                        "content",
                                        "示例：当事人承认违法事实，请求从轻处理")),
                        new Step(
                                Account.CASE_APPROVER,
                                "consent",
                                Map.of(
                                        "authority", "山东省市场监督管理局",
                                        "documentNumber",
                                                decision.documentNumber().replace("决字", "同意示例"),
                                        "consentedOn", decidedOn.minusDays(3))),
                        new Step(
                                Account.CASE_APPROVER,
                                "decision",
                                Map.of(
                                        "defenceAnswer",
                                        "示例：已在裁量中考虑",
                                        "responsible",
                                        List.of(Map.of("name", "示例某", "role", "LEGAL_REPRESENTATIVE")))),
                        new Step(
                                Account.CASE_HANDLER,
                                "service",
                                Map.of(
                                        "servedOn",
                                        decidedOn.plusDays(2),
                                        "method",
                                        "示例：直接送达",
                                        "withRepairNotice",
                                        true)),
                        publication);
    }

    enum Kind {
        RED,
        BLACK
    }

    /** The decision behind an entry; the name keeps it apart from a line of the decision log. */
    record DecisionDocument(
            String documentNumber,
            LocalDate decidedOn,
            String authority,
            String facts,
            String measures,
            String removal,
            String remedies,
            String basis,
            String removalProcedure) {}
}
