package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The way from the baseline to the target.
 *
 * @param reason why this method; a straight line needs none
 * @param steps between baseline and target, of the method {@code STEP}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Trajectory(
        @NotNull TrajectoryMethod method,
        @Valid @Nullable BilingualText reason,
        @Size(max = 40) List<@NotNull @Valid Step> steps) {

    public static final Trajectory STRAIGHT = new Trajectory(TrajectoryMethod.LINEAR, null, List.of());

    /** A list left out is empty; null elements stay, for the validator to name them. */
    public Trajectory {
        steps = steps == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(steps));
    }

    /**
     * A figure to be reached on the way.
     *
     * @param year at whose end it is reached
     */
    @Embeddable
    public record Step(
            @Schema(examples = "2018") @Min(1949) @Max(2100) int year,

            @Schema(examples = "120") @NotNull @Digits(integer = 15, fraction = 6)
            BigDecimal value) {}
}
