package cn.quality.credit.lookup;

import cn.quality.credit.listing.PublicListing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What held of an enterprise on a legal day, as it was known at a moment.
 *
 * @param warnings about its code; absent as a rule
 * @param knownAt absent when it was not asked for: as it is known now
 * @param name absent unless the standing says that there was one
 * @param closedOn as far as it had happened and was known
 * @param listings for everybody, only those that are displayed today; auditors see all
 * @param recordCounts by kind: for everybody, of public records that stand today; for auditors, of all that stood then
 * @param listVersion version of the lists that decides what is displayed today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "某一法定日期的状况，以某一时刻所知为准 (what held on a day, as it was known at a moment)")
record StatusAt(
        @Schema(examples = "91371199MA3RH00187") String uscc,
        @Nullable List<PublicWarning> warnings,
        @Schema(examples = "2026-03-02") LocalDate validAt,
        @Nullable Instant knownAt,
        Standing standing,
        @Schema(examples = "日照示例海洋食品有限公司") @Nullable String name,
        @Schema(examples = "371102") @Nullable String region,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate closedOn,
        List<EntryAt> listings,

        @Schema(type = SchemaType.OBJECT, examples = "{\"HONOUR\": 1, \"CERTIFICATION\": 2}")
        Map<String, Integer> recordCounts,

        @Schema(examples = "17") long listVersion,
        Instant asOf) {

    /** Whether there was such an enterprise. */
    enum Standing {
        /** At that moment nothing about it was on file. */
        NOT_ON_FILE,
        /** On that day it had not been founded. */
        NOT_YET_REGISTERED,
        ACTIVE,
        CLOSED
    }

    /**
     * An entry that stood on that day.
     *
     * @param from first day on which it stood, as known at the moment
     * @param to last day on which it was to stand, as known at the moment
     * @param state for auditors: what has become of it
     * @param knownFrom for auditors: since when this was known
     * @param knownTo for auditors: until when it was taken for true
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "当日在榜的条目 (an entry that stood on that day)")
    record EntryAt(
            PublicListing listing,
            LocalDate from,
            @Nullable LocalDate to,
            @Schema(examples = "REPAIRED") @Nullable String state,
            @Nullable Instant knownFrom,
            @Nullable Instant knownTo) {}
}
