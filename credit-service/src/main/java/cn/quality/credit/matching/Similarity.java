package cn.quality.credit.matching;

import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How alike two parties are, and why.
 *
 * @param score 0 to 1, four decimals, rounded down; the sum of the reasons' points
 * @param reasons what counted, in the order it was looked at
 */
public record Similarity(BigDecimal score, List<Reason> reasons) {

    static final int SCALE = 4;

    /**
     * One thing that counted.
     *
     * @param code stable name of the rule
     * @param points what it added or took away
     */
    @Schema(name = "MatchReason", description = "得分理由 (a reason of the score)")
    public record Reason(
            @Schema(examples = "core-and-region-equal") String code,
            @Schema(examples = "0.9500") BigDecimal points,
            Text text) {}

    public Band band() {
        return Band.of(score);
    }
}
