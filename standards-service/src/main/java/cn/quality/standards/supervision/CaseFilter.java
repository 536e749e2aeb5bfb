package cn.quality.standards.supervision;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.standards.input.Flaws;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which cases are asked for; an absent part does not restrict. */
record CaseFilter(
        @QueryParam("state") @Parameter(schema = @Schema(implementation = SupervisionState.class)) @Nullable
        String stateName,

        @QueryParam("uscc") @Nullable String uscc,

        @QueryParam("region") @Pattern(regexp = "\\d{6}") @Nullable
        String regionText,

        @QueryParam("overdue") @DefaultValue("false") boolean overdue) {

    Optional<SupervisionState> state() {
        return Optional.ofNullable(Flaws.choice(stateName, "state", SupervisionState.class));
    }

    Optional<RegionCode> region() {
        return Optional.ofNullable(regionText).filter(RegionCode::isValid).map(RegionCode::new);
    }
}
