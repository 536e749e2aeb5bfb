package cn.quality.standards.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 规范性引用文件: what a standard cites, and which editions that means on a day (GB/T 1.1-2020, 8.6). A dated reference means its
 * edition alone, whatever became of it; an undated one the edition in force on the day asked. So this is an answer about a day,
 * apart from the standard, whose undated references stay undated.
 */
@Schema(name = "NormativeReferences")
record NormativeReferences(
        @Schema(required = true) LocalDate on,

        @Schema(required = true) List<Reference> items) {

    /** One of them. */
    @Schema(name = "NormativeReference")
    record Reference(
            @Schema(required = true, examples = "GB/T 19000", description = "引用时的写法，不注日期的不补年份 As cited")
            String number,

            @Schema(required = true) boolean dated,

            @Schema(
                    required = true,
                    description = "注日期的为该版本；不注日期的为所问日期现行的版本，过渡期内可有多个；目录中没有时为空"
                            + " The edition cited, or those in force on the day; empty when the catalogue holds none")
            List<StandardRef> editions) {}
}
