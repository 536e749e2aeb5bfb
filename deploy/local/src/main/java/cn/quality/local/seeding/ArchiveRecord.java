package cn.quality.local.seeding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of an enterprise's archive (质量信用档案), as the credit API takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArchiveRecord(
        String uscc,
        Kind kind,
        String title,
        LocalDate occurredOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Severity severity,
        Disclosure disclosure,
        Map<String, Object> details,
        Source source) {

    /** The kinds that are generated. */
    public enum Kind {
        SAMPLING_RESULT,
        PENALTY,
        CERTIFICATION,
        PERMIT,
        HONOUR,
        COMMITMENT,
        CHIEF_QUALITY_OFFICER,
        ANNUAL_REPORT,
        COMPLAINT,
        CONSTRUCTION_QUALITY
    }

    public enum Severity {
        GENERAL,
        SERIOUS
    }

    public enum Disclosure {
        PUBLIC,
        AUTHORISED,
        GOVERNMENT
    }
}
