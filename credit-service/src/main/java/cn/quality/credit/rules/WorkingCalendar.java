package cn.quality.credit.rules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The holidays of a year and the weekends that are worked instead (调休), after the State Council's notice.
 *
 * @param version edition of the notice as its keeper counts it
 */
@Schema(description = "工作日历 (working-day calendar of a year)")
public record WorkingCalendar(
        @Min(2000) @Max(2100) @Schema(examples = "2026") int year,

        @Min(1) @Schema(examples = "1") int version,

        @NotBlank @Size(max = 500) String source,
        @NotNull Certainty certainty,
        @NotNull List<@Valid @NotNull Holiday> holidays,
        @NotNull List<@NotNull LocalDate> workingWeekends)
        implements ReferenceItem {

    /** A day off. */
    @Schema(name = "Holiday")
    public record Holiday(
            @NotNull LocalDate date,

            @NotBlank @Size(max = 50) @Schema(examples = "春节")
            String name) {}

    @Override
    public String key() {
        return Integer.toString(year);
    }
}
