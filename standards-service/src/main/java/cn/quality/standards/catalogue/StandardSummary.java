package cn.quality.standards.catalogue;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of a search. */
@Schema(name = "StandardSummary")
public record StandardSummary(
        @Schema(required = true) UUID id,

        @Schema(examples = "GB/T 19001-2016", required = true)
        String number,

        @Schema(examples = "质量管理体系 要求", required = true) String titleZh,

        @Nullable String titleEn,

        @Schema(required = true) Level level,

        @Nullable Nature nature,

        @Schema(required = true, description = "当日的法律状态 Legal state on the day of the answer")
        Status status,

        @Nullable LocalDate publishedOn,
        @Nullable LocalDate implementedOn,
        @Nullable String ics,
        @Nullable String ccs,
        @Nullable String department,

        @Schema(description = "被代替时：替代链末端 Of a replaced one: the ends of its replacement chain")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<StandardRef> latest) {

    static final CsvTable<StandardSummary> TABLE = new CsvTable<>(List.of(
            column("id", StandardSummary::id),
            column("number", StandardSummary::number),
            column("titleZh", StandardSummary::titleZh),
            column("titleEn", StandardSummary::titleEn),
            column("level", StandardSummary::level),
            column("nature", StandardSummary::nature),
            column("status", StandardSummary::status),
            column("publishedOn", StandardSummary::publishedOn),
            column("implementedOn", StandardSummary::implementedOn),
            column("ics", StandardSummary::ics),
            column("ccs", StandardSummary::ccs),
            column("department", StandardSummary::department),
            column(
                    "latest",
                    row -> row.latest().stream().map(StandardRef::number).collect(Collectors.joining("; ")))));
}
