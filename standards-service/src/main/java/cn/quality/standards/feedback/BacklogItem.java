package cn.quality.standards.feedback;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import cn.quality.standards.number.Level;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A standard whose review is due.
 *
 * @param since the day from which the cycle is counted: its last review, or its publication
 * @param days that it is overdue; negative for one that is due later
 * @param evaluation what the last evaluation recommends
 * @param feedback reports of problems with it that were answered
 */
@Schema(name = "BacklogItem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BacklogItem(
        @Schema(required = true) UUID standardId,

        @Schema(required = true, examples = "DB3711/T 101-2020")
        String number,

        @Schema(required = true, examples = "示例绿茶加工技术规程") String titleZh,

        @Schema(required = true) Level level,

        @Schema(examples = "日照市农业农村局") @Nullable String department,

        @Schema(required = true) LocalDate since,

        @Nullable LocalDate reviewedOn,

        @Schema(required = true) LocalDate due,

        @Schema(required = true, examples = "120") long days,

        @Nullable Conclusion evaluation,

        @Schema(required = true, examples = "2") long feedback) {

    static final CsvTable<BacklogItem> TABLE = new CsvTable<>(List.of(
            column("number", BacklogItem::number),
            column("titleZh", BacklogItem::titleZh),
            column("level", BacklogItem::level),
            column("department", BacklogItem::department),
            column("since", BacklogItem::since),
            column("reviewedOn", BacklogItem::reviewedOn),
            column("due", BacklogItem::due),
            column("days", BacklogItem::days),
            column("evaluation", BacklogItem::evaluation),
            column("feedback", BacklogItem::feedback)));
}
