package cn.quality.standards.group;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of a list of group standards. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupProjectSummary")
record GroupProjectSummary(
        @Schema(required = true) UUID id,

        @Schema(required = true) UUID bodyId,

        @Schema(required = true, examples = "日照示例水产品协会") String bodyName,

        @Schema(required = true, examples = "示例冷冻烤鳗") String title,

        @Schema(required = true) GroupState state,

        @Schema(examples = "T/RZSLX 001-2026") @Nullable String number,

        @Schema(examples = "2026-04-01") @Nullable LocalDate commentsUntil,

        @Schema(examples = "2031-05-06") @Nullable LocalDate reviewDueOn) {

    static final CsvTable<GroupProjectSummary> TABLE = new CsvTable<>(List.of(
            column("id", GroupProjectSummary::id),
            column("bodyId", GroupProjectSummary::bodyId),
            column("bodyName", GroupProjectSummary::bodyName),
            column("title", GroupProjectSummary::title),
            column("state", GroupProjectSummary::state),
            column("number", GroupProjectSummary::number),
            column("commentsUntil", GroupProjectSummary::commentsUntil),
            column("reviewDueOn", GroupProjectSummary::reviewDueOn)));
}
