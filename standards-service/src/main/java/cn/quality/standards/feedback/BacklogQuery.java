package cn.quality.standards.feedback;

import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.Level;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which standards to look at; an absent part does not restrict.
 *
 * @param within days from today; 0 for what is overdue
 */
record BacklogQuery(
        @QueryParam("level") @Parameter(schema = @Schema(implementation = Level.class)) @Nullable
        String levelName,

        @QueryParam("department") @Size(max = 300) @Nullable String department,

        @QueryParam("within") @DefaultValue("0") @Min(0) @Max(BacklogQuery.LONGEST)
        int within) {

    static final int LONGEST = 3_660;

    Optional<Level> level() {
        return Optional.ofNullable(Flaws.choice(levelName, "level", Level.class));
    }
}
