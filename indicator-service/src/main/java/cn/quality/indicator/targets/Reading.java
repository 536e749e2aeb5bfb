package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.catalogue.Qualifier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the plan's wording is read where it leaves open whether the figure itself is enough: is 80 already 80余家?
 *
 * @param qualifier {@code GE} when the figure itself is enough, {@code GT} when it must be exceeded
 */
public record Reading(
        @Schema(examples = "GE") @NotNull Qualifier qualifier,
        @Valid @NotNull BilingualText reason) {}
