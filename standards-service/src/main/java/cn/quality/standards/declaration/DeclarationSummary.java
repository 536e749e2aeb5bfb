package cn.quality.standards.declaration;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of a list of declarations. */
@Schema(name = "DeclarationSummary")
record DeclarationSummary(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Schema(examples = "日照示例海洋食品有限公司") @Nullable String enterpriseName,

        @Schema(required = true) StandardName standard,

        @Schema(required = true) boolean ownStandard,

        @Schema(required = true) DeclarationState state,

        @Schema(required = true) Instant declaredAt) {

    static final CsvTable<DeclarationSummary> TABLE = new CsvTable<>(List.of(
            column("id", DeclarationSummary::id),
            column("uscc", DeclarationSummary::uscc),
            column("enterpriseName", DeclarationSummary::enterpriseName),
            column("standardNumber", row -> row.standard().number()),
            column("standardTitle", row -> row.standard().title()),
            column("ownStandard", DeclarationSummary::ownStandard),
            column("state", DeclarationSummary::state),
            column("declaredAt", DeclarationSummary::declaredAt)));
}
