package cn.quality.indicator.live;

import static java.util.Objects.requireNonNull;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.clock.LegalDates;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event of a standard in the registry. A group standard of a local body counts from its
 * publication until it is replaced or abolished. Who took part in drafting a standard is not in the registry, so the figures
 * of standards led or joined (STD_NATL, STD_LOCAL …) cannot be counted from it.
 *
 * @param level follows from the number, and so never changes
 * @param status any but those below means that the standard is not valid any more, whatever the producer adds
 */
record StandardSnapshot(
        @JsonProperty(required = true) UUID standardId,
        @JsonProperty(required = true) String level,
        @JsonProperty(required = true) String status,
        @Nullable String number,
        @Nullable String titleZh,
        @Nullable LocalDate publishedOn)
        implements LiveSnapshot.OfOneFigure {

    private static final IndicatorCode FIGURE = new IndicatorCode("STD_GROUP_Q");
    private static final Set<String> VALID = Set.of("UPCOMING", "IN_FORCE");

    @Override
    public UUID id() {
        return standardId;
    }

    @Override
    public boolean isOfAKindThatCounts() {
        return level.equals("GROUP");
    }

    @Override
    public Optional<CountedRecord> counted(LiveConfig config) {
        if (!VALID.contains(status) || !isLocal(requireNonNull(number, "number"), config)) {
            return Optional.empty();
        }
        var shown = new CountedStandard(standardId, number, requireNonNull(titleZh, "titleZh"), publishedOn);
        return Optional.of(CountedRecord.one(FIGURE, standardId.toString(), published(), shown));
    }

    /** {@code T/RZEX 001-2026}: the code of the body stands between the slash and the blank. */
    private static boolean isLocal(String number, LiveConfig config) {
        return config.groupIssuers().orElse(Set.of()).stream()
                .anyMatch(issuer -> number.startsWith("T/" + issuer + " "));
    }

    /** A standard whose day of publication nobody could confirm is the oldest of all. */
    private Instant published() {
        return publishedOn == null
                ? Instant.EPOCH
                : publishedOn.atStartOfDay(LegalDates.ZONE).toInstant();
    }
}
