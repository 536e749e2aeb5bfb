package cn.quality.indicator.live;

import static java.util.Objects.requireNonNull;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.clock.LegalDates;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event of a record in the credit archive: the result of supervision sampling (监督抽查).
 *
 * <p>A sample is known by its report and counts once. When the enterprise demands a recheck (复检), the recheck names the first
 * report, is of the same sample, and decides (产品质量法 art. 15).
 *
 * @param recordId first record of a chain of corrections
 * @param sampling only where the result is public and stands: a voided record has none, nor has one that only officials may see
 */
record InspectionSnapshot(
        @JsonProperty(required = true) UUID recordId,
        @JsonProperty(required = true) String kind,
        @Nullable UUID currentId,
        @Nullable String uscc,
        @Nullable String department,
        @Nullable LocalDate occurredOn,
        @Nullable String region,
        @Nullable Sampling sampling)
        implements LiveSnapshot.OfOneFigure {

    private static final Map<String, IndicatorCode> FIGURES = Map.of(
            "INDUSTRIAL", new IndicatorCode("PRD_SUPERV_PASS"),
            "AGRICULTURAL", new IndicatorCode("AGR_SAFETY_PASS"),
            "FOOD", new IndicatorCode("FOD_DRUG_PASS"),
            "DRUG", new IndicatorCode("FOD_DRUG_PASS"));

    /**
     * @param productKind of any other kind nothing is counted, nor of none: it is not guessed from the product
     * @param report number of its report
     * @param recheckOf number of the report whose sample was examined again
     * @param validTo last day on which the credit-service shows it
     */
    record Sampling(
            @Nullable String productKind,
            @JsonProperty(required = true) String product,
            @JsonProperty(required = true) boolean passed,
            boolean recheck,
            @Nullable String report,
            @Nullable String recheckOf,
            @Nullable LocalDate validTo) {}

    @Override
    public UUID id() {
        return recordId;
    }

    @Override
    public boolean isOfAKindThatCounts() {
        return kind.equals("SAMPLING_RESULT");
    }

    @Override
    public Optional<CountedRecord> counted(LiveConfig config) {
        if (sampling == null || sampling.productKind() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(FIGURES.get(sampling.productKind())).map(figure -> counted(figure, sampling));
    }

    private CountedRecord counted(IndicatorCode figure, Sampling result) {
        var day = requireNonNull(occurredOn, "occurredOn");
        var shown = new CountedInspection(
                recordId,
                currentId == null ? recordId : currentId,
                requireNonNull(uscc, "uscc"),
                result.product(),
                result.passed(),
                result.recheck(),
                day,
                requireNonNull(region, "region"));
        return new CountedRecord(
                figure,
                sample(result),
                result.passed(),
                result.recheck(),
                day.atStartOfDay(LegalDates.ZONE).toInstant(),
                shown,
                result.validTo());
    }

    /** Numbers of reports are the department's own. */
    private String sample(Sampling result) {
        var report = result.recheckOf() == null ? result.report() : result.recheckOf();
        return report == null ? recordId.toString() : requireNonNull(department, "department") + "/" + report.strip();
    }
}
