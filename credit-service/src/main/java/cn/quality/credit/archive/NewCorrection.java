package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.credit.rules.Severity;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a record. Enterprise and kind stay: whoever erred in those voids the record and files another.
 *
 * @param source the department's own number of the correction; sent again, it is answered with the first result
 * @param voids the record no longer counts, for example because the decision behind it was annulled
 * @param content all of the record as it should have been; absent when it is voided
 */
@Schema(description = "对记录的更正或作废 (a correction, or the voiding, of a record)")
public record NewCorrection(
        @NotBlank
        @Size(max = 1_000)
        @Pattern(regexp = Source.TEXT, message = Source.TEXT_ONLY)
        @Schema(examples = "复检结论为合格")
        String reason,

        @NotNull @Valid Source source,

        @Schema(description = "true 表示作废，不再给出 content (true voids the record)")
        boolean voids,

        @Nullable @Valid Content content) {

    /** A record without what never changes. */
    @Schema(name = "CorrectedContent")
    public record Content(
            @NotBlank @Size(max = 300) @Pattern(regexp = Source.TEXT, message = Source.TEXT_ONLY)
            String title,

            @NotNull LocalDate occurredOn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Severity severity,
            @NotNull Disclosure disclosure,

            @Schema(implementation = Object.class, type = SchemaType.OBJECT) @Nullable
            ObjectNode details,

            @Nullable @Size(max = 20) List<@NotNull UUID> evidence) {}

    /** The files that come with it. */
    List<UUID> evidence() {
        return content == null || content.evidence == null ? List.of() : content.evidence;
    }

    Optional<NewRecord> content(String uscc, RecordKind kind) {
        return Optional.ofNullable(content)
                .map(c -> new NewRecord(
                        uscc,
                        kind,
                        c.title,
                        c.occurredOn,
                        c.validFrom,
                        c.validTo,
                        c.severity,
                        c.disclosure,
                        c.details,
                        evidence(),
                        source));
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "作废时不给 content,更正时必须给出 (content is given when, and only when, the record is not voided)")
    boolean isContentFitting() {
        return voids == (content == null);
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "validFrom 不应晚于 validTo (validFrom must not be after validTo)")
    boolean isValidityOrdered() {
        return content == null
                || content.validFrom == null
                || content.validTo == null
                || !content.validFrom.isAfter(content.validTo);
    }
}
