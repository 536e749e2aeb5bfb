package cn.quality.credit.lookup;

import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.matching.Similarity;
import cn.quality.credit.screening.SimilarNames;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise found by its name alone.
 *
 * @param matchedName the former name that was found; absent when it was the present name
 * @param match how it was found; without its code it is possible only, and only the code tells whether it is the one that
 *     was meant
 * @param score of one whose name is similar
 * @param reasons of the score
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

        Match match,

        @Schema(description = "近似名称的得分 (score of a similar name)", examples = "0.8000") @Nullable
        BigDecimal score,

        @Schema(description = "得分的理由，各项分值之和即为得分 (reasons of the score)") @Nullable
        List<Similarity.Reason> reasons) {

    /** How a hit was found. */
    @Schema(name = "NameMatch")
    enum Match {
        /** The text is in one of its names. */
        POSSIBLE,
        /** 近似: one of its names is like the text. */
        SIMILAR,
        /** Its code stands in the text. */
        CODE
    }

    /** The same, found because its name is like the text, or its code in it. */
    EnterpriseHit foundBy(SimilarNames.Similar similar) {
        return new EnterpriseHit(
                uscc,
                name,
                region,
                subjectType,
                status,
                fictional,
                matchedName,
                similar.byCode() ? Match.CODE : Match.SIMILAR,
                similar.similarity().score(),
                similar.similarity().reasons());
    }
}
