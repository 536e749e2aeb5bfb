package cn.quality.indicator.conflict;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.plan.PlanId;
import cn.quality.indicator.targets.TargetId;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A conflict as it is sent.
 *
 * @param explanation what is at odds, without saying who is right
 * @param sides two or more
 */
public record NewConflict(
        @Schema(examples = "good-practice-baseline") @NotNull @Pattern(regexp = ConflictId.PATTERN)
        String id,

        @Valid @NotNull BilingualText title,

        @Valid @NotNull BilingualText explanation,

        @Size(min = 2, max = 20) List<@NotNull @Valid NewSide> sides) {

    /** A list left out is empty, and too short. */
    public NewConflict {
        sides = sides == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(sides));
    }

    /**
     * One of the statements.
     *
     * @param passage a literal part of the plan's text
     * @param says what the words say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewSide(
            @Schema(examples = "quality-2016-2020") @NotNull @Pattern(regexp = PlanId.PATTERN)
            String plan,

            @Schema(examples = "STD_GOOD_TOTAL_Q") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
            String indicator,

            @Schema(examples = "quality-2016-2020.std-good-total-q") @Pattern(regexp = TargetId.PATTERN) @Nullable
            String target,

            @Schema(examples = "创建标准化良好行为企业80余家") @NotNull @PlainText @Size(max = 500)
            String passage,

            @Valid @NotNull BilingualText says) {}
}
