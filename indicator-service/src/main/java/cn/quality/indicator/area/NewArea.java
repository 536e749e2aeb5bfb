package cn.quality.indicator.area;

import cn.quality.indicator.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An area as it is sent.
 *
 * @param parent the city it lies in; absent for the city itself
 */
public record NewArea(
        @Schema(examples = "371102") @NotNull @Pattern(regexp = AreaCode.PATTERN)
        String code,

        @Schema(examples = "东港区") @NotNull @PlainText @Size(max = 100)
        String name,

        @NotNull AreaKind kind,

        @Schema(examples = "371100") @Pattern(regexp = AreaCode.PATTERN) @Nullable
        String parent) {}
