package cn.quality.credit.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table in which departments already exchange records of a kind: which of its columns is which field. Another table is
 * another template, and no code.
 *
 * @param recordKind name of the kind of record its rows become
 * @param constants values of fields that the table does not say because they are the same in each row
 * @param derived values of fields that are put together of columns: a text with headers in braces
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "交换表：各列与档案字段的对应 (an exchange table: which column is which field of a record)")
public record ExchangeTemplate(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,59}") @Schema(examples = "xzcf-gongshi")
        String id,

        @NotBlank @Size(max = 200) @Schema(examples = "行政处罚信用信息公示表")
        String title,

        @NotBlank @Size(max = 60) @Schema(examples = "PENALTY")
        String recordKind,

        @Schema(examples = "{\"disclosure\": \"PUBLIC\"}") @Nullable
        Map<@NotBlank String, @NotNull String> constants,

        @Schema(examples = "{\"title\": \"行政处罚：{违法行为类型}\"}") @Nullable
        Map<@NotBlank String, @NotBlank String> derived,

        @NotEmpty @Size(max = 200) List<@NotNull @Valid Column> columns,

        @NotNull Certainty certainty,
        @NotBlank @Size(max = 500) String source)
        implements ReferenceItem {

    public Map<String, String> constantsOrNone() {
        return constants == null ? Map.of() : constants;
    }

    public Map<String, String> derivedOrNone() {
        return derived == null ? Map.of() : derived;
    }

    /**
     * A column of the table.
     *
     * @param field of the record; absent for what the archive does not store, which {@code note} explains
     * @param factor what a figure is multiplied by: 10000 for a column in 万元
     * @param values what may be written, each with the constant it stands for; without a field, only checked
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "ExchangeColumn")
    public record Column(
            @NotBlank @Size(max = 100) @Schema(examples = "罚款金额（万元）")
            String header,

            @Nullable List<@NotBlank String> otherHeaders,

            @Size(max = 100) @Schema(examples = "details.fineYuan") @Nullable
            String field,

            boolean required,
            @Positive @Schema(examples = "10000") @Nullable BigDecimal factor,

            @Schema(examples = "{\"罚款\": \"FINE\"}") @Nullable
            Map<@NotBlank String, @NotNull String> values,

            @Size(max = 300) @Nullable String note) {

        public List<String> otherHeadersOrNone() {
            return otherHeaders == null ? List.of() : otherHeaders;
        }

        public Map<String, String> valuesOrNone() {
            return values == null ? Map.of() : values;
        }
    }

    @Override
    public String key() {
        return id;
    }
}
