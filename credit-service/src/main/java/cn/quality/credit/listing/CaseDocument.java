package cn.quality.credit.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A paper of the case.
 *
 * @param dated legal date of the paper; it may be earlier than the day it was put on file
 * @param author the authority or enterprise it comes from
 * @param evidence ids of evidence files
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "案卷材料 (a paper of the case)")
record CaseDocument(
        @Enumerated(EnumType.STRING) Kind kind,
        @Nullable String number,
        LocalDate dated,
        String author,
        @Nullable String content,
        UUID[] evidence) {

    /** What it is. */
    @Schema(name = "CaseDocumentKind")
    enum Kind {
        /** 事先告知书 */
        NOTICE,
        /** 陈述申辩 */
        DEFENCE,
        /** 对陈述申辩的答复 */
        DEFENCE_ANSWER,
        /** 上级同意 */
        CONSENT,
        /** 送达回证 */
        SERVICE,
        /** 信用修复告知书 */
        REPAIR_NOTICE,
        /** 公示 */
        PUBLIC_NOTICE,
        /** 延长修复决定期限的批准 */
        REPAIR_EXTENSION,
        /** 人民法院批准重整计划或者认可和解协议的裁定 */
        COURT_RULING,
        /** 人民法院确认重整计划或者和解协议执行完毕的裁定 */
        PLAN_COMPLETION,
        /** 人民法院终止重整计划或者和解协议执行的裁定 */
        PLAN_TERMINATION,
        /** 撤销原决定的文书 */
        ANNULMENT,
        /** 修复申请弄虚作假的认定 */
        FRAUD_FINDING,
        /** 解除措施的反馈 */
        LIFTING
    }

    /** Evidence as it is stored: without any, none. */
    static UUID[] files(@Nullable List<UUID> ids) {
        return ids == null ? new UUID[0] : ids.toArray(UUID[]::new);
    }

    static CaseDocument paper(
            Kind kind, @Nullable String number, LocalDate dated, String author, @Nullable String content) {
        return new CaseDocument(kind, number, dated, author, content, new UUID[0]);
    }
}
