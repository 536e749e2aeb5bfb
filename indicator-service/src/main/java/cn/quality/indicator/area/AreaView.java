package cn.quality.indicator.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An area as it is shown.
 *
 * @param parent the city it lies in, or for a zone the district; absent for the city itself
 * @param formerParents where it lay before, the earliest first
 * @param version 1 when first recorded, one more for each correction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AreaView(
        AreaCode code,
        @Schema(examples = "东港区") String name,
        AreaKind kind,
        @Nullable AreaCode parent,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FormerParent> formerParents,
        @Schema(examples = "1") long version) {}
