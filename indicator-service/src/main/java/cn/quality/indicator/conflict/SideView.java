package cn.quality.indicator.conflict;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.plan.PlanId;
import cn.quality.indicator.targets.TargetId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of the statements of a conflict.
 *
 * @param target the promise it belongs to; absent where nothing was promised
 * @param positions where the words begin in the plan's text, counted in UTF-16
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SideView(
        PlanId plan,
        IndicatorCode indicator,
        @Nullable TargetId target,
        @Schema(examples = "创建标准化良好行为企业80余家") String passage,
        List<Integer> positions,
        BilingualText says) {

    static SideView of(Side side, List<Integer> positions) {
        var target = side.target();
        return new SideView(
                new PlanId(side.plan()),
                new IndicatorCode(side.indicator()),
                target == null ? null : new TargetId(target),
                side.passage(),
                positions,
                side.says());
    }
}
