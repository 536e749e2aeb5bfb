package cn.quality.indicator.live;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a declaration's event.
 *
 * @param state any state but {@code PUBLIC} means that the declaration is not public, whatever states the producer adds
 * @param ownStandard whether the standard is the enterprise's own; one of somebody else's is not counted
 */
record DeclarationSnapshot(
        @JsonProperty(required = true) UUID declarationId,
        @JsonProperty(required = true) String state,
        @JsonProperty(required = true) boolean ownStandard,
        @Nullable String uscc,
        @Nullable String standardNumber,
        @Nullable Instant declaredAt) {

    /** @throws NullPointerException when a public declaration lacks what a public declaration has */
    Optional<PublicDeclaration> counted() {
        return ownStandard && state.equals("PUBLIC")
                ? Optional.of(new PublicDeclaration(
                        requireNonNull(uscc, "uscc"),
                        requireNonNull(standardNumber, "standardNumber"),
                        requireNonNull(declaredAt, "declaredAt")))
                : Optional.empty();
    }
}
