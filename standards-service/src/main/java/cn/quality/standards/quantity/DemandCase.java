package cn.quality.standards.quantity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a table that demands something else for each condition. */
@Schema(name = "DemandCase", description = "按条件分列的一项 (what is demanded under one condition)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandCase(
        @Schema(required = true, examples = "一等品") @Nullable String condition,

        @Schema(required = true) @Nullable Operator operator,

        @Nullable BigDecimal value,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal plus,
        @Nullable BigDecimal minus,
        @Nullable String unit,
        @Nullable String grade,
        @Nullable String text)
        implements StatedDemand {}
