package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which observations are asked for; what is left out does not restrict.
 *
 * @param from observations of periods that lie wholly in the time from the first day of this one …
 * @param to … to the last day of this one: 2018 takes in 2018-Q4
 * @param asOf moment, or day in Asia/Shanghai (its end)
 * @param history also the revisions that were replaced
 */
public record ObservationFilter(
        @QueryParam("indicator")
        @Pattern(regexp = IndicatorCode.PATTERN)
        @Parameter(description = "指标 (indicator)", example = "PRD_SUPERV_PASS")
        @Nullable
        String indicator,

        @QueryParam("definition")
        @Min(1)
        @Max(999)
        @Parameter(description = "口径版本 (version of its definition)", example = "1")
        @Nullable
        Integer definition,

        @QueryParam("area")
        @Pattern(regexp = AreaCode.PATTERN)
        @Parameter(description = "地区 (area)", example = "371102")
        @Nullable
        String area,

        @QueryParam("frequency") @Parameter(description = "频率 (frequency)", example = "A") @Nullable
        Frequency frequency,

        @QueryParam("from")
        @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED)
        @Parameter(description = "起始时期 (from the first day of this period)", example = "2016")
        @Nullable
        String from,

        @QueryParam("to")
        @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED)
        @Parameter(description = "截止时期，含整个时期 (to the last day of this period)", example = "2020")
        @Nullable
        String to,

        @QueryParam("asOf")
        @Parameter(
                description = "截至某一时刻或某日终了的数据 (as it stood at a moment, or at the end of a day)",
                example = "2019-06-30")
        @Nullable
        String asOf,

        @QueryParam("updatedAfter")
        @Parameter(description = "此后发布或修订的 (published or revised after)", example = "2019-01-01")
        @Nullable
        String updatedAfter,

        @QueryParam("history")
        @DefaultValue("false")
        @Parameter(description = "含已被修订的旧值 (with the values that were revised)")
        boolean history) {

    /** All periods of one series. */
    public static ObservationFilter of(SeriesKey key) {
        return new ObservationFilter(
                key.indicator().value(),
                key.definition(),
                key.area().value(),
                key.frequency(),
                null,
                null,
                null,
                null,
                false);
    }

    /** One period of one series. */
    static ObservationFilter of(SeriesKey key, Period period) {
        return new ObservationFilter(
                key.indicator().value(),
                key.definition(),
                key.area().value(),
                key.frequency(),
                period.toString(),
                period.toString(),
                null,
                null,
                false);
    }

    /** Everything, as it stood then. */
    static ObservationFilter asOf(@Nullable String asOf) {
        return new ObservationFilter(null, null, null, null, null, null, asOf, null, false);
    }

    /**
     * The moments, read.
     *
     * @throws Problem 400 {@code invalid-argument} for what is no moment, or {@code asOf} that is before
     *     {@code updatedAfter}
     */
    Moments moments(Instant now) {
        var until = moment("asOf", asOf, now, true);
        var since = moment("updatedAfter", updatedAfter, Instant.EPOCH, false);
        if (until.isBefore(since)) {
            throw invalid("asOf", "after", new Text("asOf 不得早于 updatedAfter", "asOf must not be before updatedAfter"));
        }
        return new Moments(until, since);
    }

    /** @param since exclusive */
    record Moments(Instant until, Instant since) {}

    private static Instant moment(String name, @Nullable String written, Instant otherwise, boolean endOfDay) {
        if (written == null) {
            return otherwise;
        }
        try {
            if (written.length() == 10) {
                var day = LocalDate.parse(written);
                return (endOfDay ? day.plusDays(1) : day)
                        .atStartOfDay(LegalDates.ZONE)
                        .toInstant()
                        .minusNanos(1000);
            }
            // A plus that was not encoded arrives as a blank.
            return OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw invalid(
                    name,
                    "format",
                    new Text(
                            "应为日期或带时区的时刻，如 2019-06-30、2019-06-30T12:00:00Z",
                            "must be a date or a moment with its zone, such as 2019-06-30 or 2019-06-30T12:00:00Z"));
        }
    }

    private static Problem invalid(String name, String code, Text why) {
        return new Problem(ProblemTypes.INVALID_ARGUMENT, new Text("部分参数不合法", "Some parameters are not valid"))
                .with(name, code, why);
    }
}
