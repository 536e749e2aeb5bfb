package cn.quality.indicator.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is shown.
 *
 * @param text the whole text; left out where plans are listed
 * @param version 1 for the text first recorded, one more for each correction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanView(
        PlanId id,
        @Schema(examples = "日照市“十三五”质量发展规划") String title,
        @Schema(examples = "2016-2020") String period,
        @Schema(examples = "日照市人民政府公开发布") String source,
        @Nullable String text,
        @Schema(examples = "1") long version) {}
