package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.area.AreaCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to become public: the newest revision of every series and period that fits all three lists. An empty list does not
 * restrict, but not all three may be empty.
 *
 * @param basis the decision or document it is published upon
 */
public record NewPublication(
        @Size(max = 500) List<@NotNull @Pattern(regexp = IndicatorCode.PATTERN) String> indicators,
        @Size(max = 500) List<@NotNull @Pattern(regexp = AreaCode.PATTERN) String> areas,

        @Size(max = 100) List<@NotNull @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED) String> periods,

        @Schema(examples = "市质量强市工作领导小组办公室审定") @NotNull @PlainText @Size(max = 300)
        String basis) {

    public NewPublication {
        indicators = present(indicators);
        areas = present(areas);
        periods = present(periods);
    }

    boolean choosesNothing() {
        return indicators.isEmpty() && areas.isEmpty() && periods.isEmpty();
    }

    /** Lists left out are empty; null elements stay, for the validator to name them. */
    private static List<String> present(@Nullable List<String> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
