package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.credit.rules.Severity;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fact about an enterprise as its department sends it.
 *
 * @param occurredOn the legal date of the fact
 * @param validTo last day of its validity
 * @param details what is particular to the kind, as its {@link RecordSchema} says
 * @param subjectName for comparison only: with one wrong digit in the code, the fact would be another enterprise's
 */
@Schema(description = "待入档的记录 (a record for the archive)")
public record NewRecord(
        @NotNull @Size(max = 40) @Schema(examples = "91371199MA3RH00187")
        String uscc,

        @NotNull RecordKind kind,

        @NotBlank
        @Size(max = 300)
        @Pattern(regexp = Source.TEXT, message = Source.TEXT_ONLY)
        @Schema(examples = "示例市长质量奖")
        String title,

        @NotNull LocalDate occurredOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Severity severity,
        @NotNull Disclosure disclosure,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description =
                        "随类别而定，见 GET /record-kinds；表单之外的字段不予接受 (the fields of the kind, see GET /record-kinds; no others are taken)",
                examples = "{\"award\": \"MAYOR_QUALITY_AWARD\", \"level\": \"CITY\", \"round\": \"第一届\"}")
        @Nullable
        ObjectNode details,

        @Nullable @Size(max = 20) @Schema(description = "证据文件的标识，先以 POST /evidence 上传 (ids of evidence files)")
        List<@NotNull UUID> evidence,

        @NotNull @Valid Source source,

        @Schema(
                examples = "日照示例海洋食品有限公司",
                description = "企业名称，仅用于与代码核对，不入档；与登记的现用名、曾用名均不一致时不予接受 (the name, only compared with"
                        + " those the code has and had on file; a record with another name is refused)")
        @Nullable
        @Size(max = 200)
        String subjectName) {

    public NewRecord(
            String uscc,
            RecordKind kind,
            String title,
            LocalDate occurredOn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Severity severity,
            Disclosure disclosure,
            @Nullable ObjectNode details,
            @Nullable List<UUID> evidence,
            Source source) {
        this(uscc, kind, title, occurredOn, validFrom, validTo, severity, disclosure, details, evidence, source, null);
    }

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    ObjectNode detailsOrNone() {
        return details == null ? JsonNodeFactory.instance.objectNode() : details;
    }

    List<UUID> evidenceOrNone() {
        return evidence == null ? List.of() : evidence;
    }

    /** Details as they are stored. */
    static ObjectNode details(String stored) {
        try {
            return JSON.readValue(stored, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "validFrom 不应晚于 validTo (validFrom must not be after validTo)")
    boolean isValidityOrdered() {
        return validFrom == null || validTo == null || !validFrom.isAfter(validTo);
    }
}
