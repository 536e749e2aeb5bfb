package cn.quality.standards.registry;

import cn.quality.standards.input.Flaws;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries an official looks for; an absent part does not restrict. */
record RegistryCaseFilter(
        @QueryParam("kind") @Nullable String kindCode,

        @QueryParam("state") @Parameter(schema = @Schema(implementation = RegistryState.class)) @Nullable
        String stateName) {

    Optional<String> kind() {
        return Optional.ofNullable(kindCode).filter(code -> !code.isBlank());
    }

    Optional<RegistryState> state() {
        return Optional.ofNullable(Flaws.choice(stateName, "state", RegistryState.class));
    }
}
