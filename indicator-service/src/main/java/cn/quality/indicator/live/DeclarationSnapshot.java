package cn.quality.indicator.live;

import static java.util.Objects.requireNonNull;

import cn.quality.indicator.IndicatorCode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a declaration's event. A standard of an enterprise's own counts once, however many declarations
 * speak of it.
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
        @Nullable Instant declaredAt)
        implements LiveSnapshot.OfOneFigure {

    private static final IndicatorCode FIGURE = new IndicatorCode("STD_SELF_DECL");

    @Override
    public UUID id() {
        return declarationId;
    }

    @Override
    public Optional<CountedRecord> counted(LiveConfig config) {
        if (!ownStandard || !state.equals("PUBLIC")) {
            return Optional.empty();
        }
        var shown = new CountedDeclaration(
                declarationId,
                requireNonNull(uscc, "uscc"),
                requireNonNull(standardNumber, "standardNumber"),
                requireNonNull(declaredAt, "declaredAt"));
        return Optional.of(CountedRecord.one(FIGURE, shown.uscc() + " " + shown.number(), shown.declaredAt(), shown));
    }
}
