package cn.quality.standards.group;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which group standards are listed.
 *
 * @param due last day by which the review is to be done
 */
record GroupProjectFilter(
        @QueryParam("state")
        @Parameter(schema = @Schema(implementation = GroupState.class), description = "状态 (state)")
        @Nullable
        String state,

        @QueryParam("bodyId")
        @Parameter(schema = @Schema(implementation = UUID.class), description = "社会团体 (the body)")
        @Nullable
        String bodyId,

        @QueryParam("reviewDueBy")
        @Parameter(
                schema = @Schema(implementation = LocalDate.class),
                description = "应在此日之前复审 (to be reviewed by this day)")
        @Nullable
        String due) {

    Optional<GroupState> chosenState() {
        return Optional.ofNullable(Flaws.choice(state, "state", GroupState.class));
    }

    Optional<UUID> chosenBody() {
        if (bodyId == null || bodyId.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(bodyId));
        } catch (IllegalArgumentException e) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            Text.of("参数 bodyId 的取值 “%s” 无效", "parameter bodyId cannot be “%s”", bodyId))
                    .with("bodyId", "format", Text.of("应为 UUID", "a UUID"));
        }
    }

    Optional<LocalDate> reviewDueBy() {
        return Flaws.day(due, "reviewDueBy");
    }
}
