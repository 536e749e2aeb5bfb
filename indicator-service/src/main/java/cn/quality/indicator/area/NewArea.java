package cn.quality.indicator.area;

import cn.quality.indicator.PlainText;
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
 * An area as it is sent.
 *
 * @param parent the city it lies in, or for a zone the district; absent for the city itself
 * @param formerParents where it lay before, the earliest first; figures of that time stay there
 */
public record NewArea(
        @Schema(examples = "371102") @NotNull @Pattern(regexp = AreaCode.PATTERN)
        String code,

        @Schema(examples = "东港区") @NotNull @PlainText @Size(max = 100)
        String name,

        @NotNull AreaKind kind,

        @Schema(examples = "371100") @Pattern(regexp = AreaCode.PATTERN) @Nullable
        String parent,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 20)
        List<@NotNull @Valid FormerParent> formerParents) {

    public NewArea {
        formerParents =
                formerParents == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(formerParents));
    }
}
