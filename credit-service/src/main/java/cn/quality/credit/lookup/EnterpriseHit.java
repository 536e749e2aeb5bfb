package cn.quality.credit.lookup;

import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.SubjectType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An enterprise found by its name alone.
 *
 * @param match always POSSIBLE: only the code tells whether it is the one that was meant
 */
@Schema(description = "按名称命中的企业；仅为可能，须以统一社会信用代码确认 (found by name: possible, confirm with the code)")
record EnterpriseHit(
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String name,
        @Schema(examples = "371102") String region,
        SubjectType subjectType,
        EnterpriseStatus status,
        boolean fictional,
        Match match) {

    /** How sure a hit is. */
    @Schema(name = "NameMatch")
    enum Match {
        POSSIBLE
    }
}
