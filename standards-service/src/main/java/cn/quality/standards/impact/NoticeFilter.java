package cn.quality.standards.impact;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.standards.input.Flaws;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which notices are asked for; an absent part does not restrict. */
record NoticeFilter(
        @QueryParam("effect") @Parameter(schema = @Schema(implementation = Effect.class)) @Nullable
        String effectName,

        @QueryParam("cleared") @Nullable Boolean cleared,
        @QueryParam("uscc") @Nullable String usccText,

        @QueryParam("region") @Pattern(regexp = "\\d{6}") @Nullable
        String regionText) {

    Optional<Effect> effect() {
        return Optional.ofNullable(Flaws.choice(effectName, "effect", Effect.class));
    }

    /** Those that stand, unless the ones that ended are asked for. */
    boolean open() {
        return cleared == null || !cleared;
    }

    Optional<UnifiedSocialCreditCode> uscc() {
        return Optional.ofNullable(usccText).filter(text -> !text.isBlank()).map(UnifiedSocialCreditCode::read);
    }

    Optional<RegionCode> region() {
        return Optional.ofNullable(regionText).filter(RegionCode::isValid).map(RegionCode::new);
    }
}
