package cn.quality.standards.registry;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import cn.quality.standards.registry.RegistryEvent.PublicState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is public of an entry.
 *
 * @param name absent for an enterprise or a person that has left, as all else that would tell who it was
 * @param exitGround of what is neither
 */
@Schema(name = "RegistryEntryView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistryEntryView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "GOOD_PRACTICE") String kind,

        @Schema(required = true) PublicState state,

        @Schema(
                examples = "日照示例海洋食品有限公司",
                description = "已退出的企业和专家不再列名 Of an enterprise or a person that has left, absent")
        @Nullable
        String name,

        @Schema(examples = "91371199MA3RH00187") @Nullable String uscc,
        @Schema(examples = "371102") @Nullable String region,

        @Schema(required = true, examples = "{\"grade\": \"AAA\"}")
        Map<String, String> fields,

        @Nullable LocalDate enteredOn,
        @Nullable LocalDate validUntil,

        @Schema(description = "退出之日（当日已不在库） First day out of the registry") @Nullable
        LocalDate exitedOn,

        @Nullable String exitGround,

        @Schema(required = true, description = "历次在库时段 The times it was in the registry")
        List<Spell> spells) {

    static final CsvTable<RegistryEntryView> TABLE = new CsvTable<>(List.of(
            column("id", RegistryEntryView::id),
            column("kind", RegistryEntryView::kind),
            column("name", RegistryEntryView::name),
            column("uscc", RegistryEntryView::uscc),
            column("region", RegistryEntryView::region),
            column("enteredOn", RegistryEntryView::enteredOn),
            column("validUntil", RegistryEntryView::validUntil),
            column(
                    "fields",
                    row -> row.fields().entrySet().stream()
                            .map(field -> field.getKey() + "=" + field.getValue())
                            .collect(Collectors.joining("; ")))));
}
