package cn.quality.standards.tbt;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A notice of technical barriers to trade.
 *
 * @param number the WTO symbol
 * @param market who notified: ISO 3166-1 alpha-2, or EU
 * @param commentsUntil last day for comments of other members
 * @param link to the source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TbtNoticeView")
record TbtNoticeView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "G/TBT/N/ZZZ/1") String number,

        @Schema(required = true, examples = "JP") String market,

        @Schema(required = true, examples = "示例：水产品标签新规") String title,

        @Schema(required = true, examples = "冷冻水产品") String product,

        @Schema(required = true) List<String> ics,

        @Schema(required = true, examples = "2026-03-01") LocalDate notifiedOn,

        @Schema(examples = "2026-04-30") @Nullable LocalDate commentsUntil,

        @Schema(examples = "2026-09-01") @Nullable LocalDate entersIntoForceOn,

        @Schema(required = true, examples = "https://notices.example/1")
        String link) {

    static final CsvTable<TbtNoticeView> TABLE = new CsvTable<>(List.of(
            column("id", TbtNoticeView::id),
            column("number", TbtNoticeView::number),
            column("market", TbtNoticeView::market),
            column("title", TbtNoticeView::title),
            column("product", TbtNoticeView::product),
            column("ics", row -> String.join("; ", row.ics())),
            column("notifiedOn", TbtNoticeView::notifiedOn),
            column("commentsUntil", TbtNoticeView::commentsUntil),
            column("entersIntoForceOn", TbtNoticeView::entersIntoForceOn),
            column("link", TbtNoticeView::link)));
}
