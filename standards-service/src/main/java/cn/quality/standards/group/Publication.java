package cn.quality.standards.group;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a standard was published.
 *
 * @param decision of the body, by which it is published
 * @param text what was published
 * @param conformity that it keeps to the law and to mandatory standards, in the words of the body, which answers for it
 * @param mandatoryStandards that it was held against, by number
 * @param patents that it needs; empty states that the body knows of none
 */
@Schema(name = "GroupPublication", description = "发布情况 (how it was published)")
record Publication(
        @Schema(required = true) Document decision,

        @Schema(required = true) Document text,

        @Schema(required = true, examples = "2026-05-06") LocalDate publishedOn,

        @Schema(required = true, examples = "2026-06-01") LocalDate implementedOn,

        @Schema(required = true, examples = "本团体声明：本标准的技术要求不低于强制性国家标准")
        String conformity,

        @Schema(required = true) List<String> mandatoryStandards,

        @Schema(required = true) List<Patent> patents) {

    /**
     * A patent that the standard needs (团体标准管理规定 2019: disclosed, with a licence of its holder).
     *
     * @param licence what its holder has declared
     */
    @Schema(name = "GroupPatent", description = "必要专利 (a patent the standard needs)")
    record Patent(
            @Schema(required = true, examples = "ZL 000000000000.0")
            String number,

            @Schema(required = true, examples = "日照示例海洋食品有限公司")
            String holder,

            @Schema(required = true, examples = "同意以公平、合理、无歧视条件许可")
            String licence) {}
}
