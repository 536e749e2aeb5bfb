package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.area.AreaCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target handed down to areas and departments (责任分解), as it is sent.
 *
 * @param rule whether the shares make up the target, or each unit keeps it for itself
 * @param difference why shares that should add up do not; only where they do not
 * @param basis the document that hands it down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewDecomposition(
        @NotNull DecompositionRule rule,
        @Size(min = 1, max = 200) List<@NotNull @Valid Share> shares,
        @Valid @Nullable BilingualText difference,

        @Schema(examples = "规划主要目标责任分解方案") @NotNull @PlainText @Size(max = 300)
        String basis) {

    /** A list left out is empty, and too short. */
    public NewDecomposition {
        shares = shares == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(shares));
    }

    /**
     * What one unit answers for.
     *
     * @param area absent where a department answers for the whole city
     * @param department absent where an area answers as such
     * @param value its figure; may be left out where each unit keeps the target's own
     */
    @Embeddable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(
            @Schema(examples = "371102") @Pattern(regexp = AreaCode.PATTERN) @Nullable
            String area,

            @Schema(examples = "市市场监督管理局") @PlainText @Size(max = 100) @Nullable
            String department,

            @Schema(examples = "60") @Digits(integer = 15, fraction = 6) @Nullable
            BigDecimal value) {}
}
