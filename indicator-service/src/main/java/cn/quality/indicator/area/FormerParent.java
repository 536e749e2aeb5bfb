package cn.quality.indicator.area;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an area lay before.
 *
 * @param leftOn the first day on which it no longer lay there
 */
@Embeddable
public record FormerParent(
        @Schema(examples = "371102") @NotNull @Pattern(regexp = AreaCode.PATTERN)
        String parent,

        @Schema(examples = "2018-01-01") @NotNull LocalDate leftOn) {}
