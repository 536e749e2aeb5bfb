package cn.quality.credit.owner;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One item of the enterprise's file.
 *
 * @param key names it within its section
 * @param day the legal date of the fact
 * @param source department it comes from
 * @param content all else that is on file, by its section
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "本企业档案中的一项 (one item of the enterprise's own file)")
record OwnItem(
        OwnSection section,
        String key,
        @Nullable LocalDate day,
        @Schema(examples = "示例市长质量奖") String title,
        @Schema(examples = "STANDING") @Nullable String state,
        @Schema(examples = "日照市市场监督管理局") @Nullable String source,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue String content) {

    static final CsvTable<OwnItem> TABLE = new CsvTable<>(List.of(
            column("section", OwnItem::section),
            column("key", OwnItem::key),
            column("day", OwnItem::day),
            column("title", OwnItem::title),
            column("state", OwnItem::state),
            column("source", OwnItem::source),
            column("content", OwnItem::content)));
}
