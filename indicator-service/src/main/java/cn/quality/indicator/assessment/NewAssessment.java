package cn.quality.indicator.assessment;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.scheme.NewScheme;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cycle to be opened.
 *
 * @param scheme its version in force applies to the end
 * @param year by the year it begins in
 * @param areas who is assessed
 */
record NewAssessment(
        @Schema(examples = "government-quality-2013") @NotNull @Pattern(regexp = NewScheme.ID)
        String scheme,

        @Schema(examples = "2025") @NotNull @Min(2000) @Max(2100)
        Integer year,

        @NotEmpty @Size(max = 500) List<@NotNull @Pattern(regexp = AreaCode.PATTERN) String> areas) {

    NewAssessment {
        areas = areas == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(areas));
    }
}
