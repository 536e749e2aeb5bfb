package cn.quality.indicator.conflict;

import cn.quality.indicator.BilingualText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A conflict as it is shown.
 *
 * @param version 1 when first recorded, one more for each change
 */
public record ConflictView(
        ConflictId id,
        BilingualText title,
        BilingualText explanation,
        List<SideView> sides,
        @Schema(examples = "1") long version) {}
