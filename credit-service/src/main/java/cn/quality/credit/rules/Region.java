package cn.quality.credit.rules;

import cn.quality.platform.identifiers.RegionCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An administrative division of GB/T 2260, or a function zone that has no code there.
 *
 * @param parent code of the region this one belongs to
 * @param validTo first day on which it no longer exists
 */
@Schema(description = "行政区划或功能区 (administrative division or function zone)")
public record Region(
        @NotNull @Pattern(regexp = RegionCode.FORM) @Schema(examples = "371102")
        String code,

        @NotBlank @Size(max = 100) @Schema(examples = "东港区") String name,

        @NotNull Level level,

        @Schema(examples = "371100") @Nullable String parent,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @NotNull Certainty certainty,

        @NotBlank @Size(max = 500) @Schema(examples = "GB/T 2260")
        String source)
        implements ReferenceItem {

    /** Where a region stands in the hierarchy. */
    @Schema(name = "RegionLevel")
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        FUNCTION_ZONE
    }

    @Override
    public String key() {
        return code;
    }

    boolean existsOn(LocalDate day) {
        return new Validity(validFrom, validTo).includes(day);
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "validFrom 应早于 validTo (validFrom must be before validTo)")
    boolean isValidityOrdered() {
        return new Validity(validFrom, validTo).isOrdered();
    }
}
