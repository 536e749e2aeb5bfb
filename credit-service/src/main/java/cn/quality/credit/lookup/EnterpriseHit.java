package cn.quality.credit.lookup;

import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.SubjectType;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise found by its name alone.
 *
 * @param matchedName the former name that was found; absent when it was the present name
 * @param match always POSSIBLE: only the code tells whether it is the one that was meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "按名称命中的企业；仅为可能，须以统一社会信用代码确认 (found by name: possible, confirm with the code)")
record EnterpriseHit(
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Schema(examples = "日照示例海洋食品有限公司") String name,
        @Schema(examples = "371102") String region,
        SubjectType subjectType,
        EnterpriseStatus status,
        boolean fictional,

        @Schema(description = "命中的曾用名 (the former name that was found)", examples = "日照示例海洋食品有限公司") @Nullable
        String matchedName,

        Match match) {

    /** How sure a hit is. */
    @Schema(name = "NameMatch")
    enum Match {
        POSSIBLE
    }
}
