package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Counts for the public. There is one division only, region by field by month by kind, and no totals: what is held back in
 * one answer cannot be reckoned from another.
 */
@ApplicationScoped
class ComplaintStatistics {

    /** A smaller number could point to a person. */
    private static final int SMALLEST = 5;

    private static final int MOST_MONTHS = 36;

    private final Jdbc sql;
    private final Clock clock;

    ComplaintStatistics(Jdbc sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One cell; what is below five is absent.
     *
     * @param inTimeShare share of the ended ones of which every deadline was met, promises apart, 0 to 1, four places, half up
     * @param satisfaction mean of the stars, two places, half up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComplaintStatisticsCell", description = "统计单元；少于 5 的数不公布 (a cell; numbers below 5 are absent)")
    record Cell(
            @Schema(examples = "371102") String region,
            ActivityField field,
            @Schema(examples = "2026-11") String month,
            ComplaintKind kind,

            @Schema(examples = "true", description = "件数少于 5，不公布 (fewer than 5: not told)")
            boolean suppressed,

            @Schema(examples = "17") @Nullable Integer filed,
            @Schema(examples = "12") @Nullable Integer ended,
            @Schema(examples = "5") @Nullable Integer substantiated,
            @Schema(examples = "0.9167") @Nullable BigDecimal inTimeShare,
            @Schema(examples = "7") @Nullable Integer ratings,
            @Schema(examples = "4.43") @Nullable BigDecimal satisfaction) {}

    /** @throws Problem 400 {@code invalid-argument} when the months are in the wrong order or too many */
    List<Cell> cells(Optional<String> region, Optional<String> from, Optional<String> to) {
        var last = to.map(YearMonth::parse).orElseGet(() -> YearMonth.from(LegalDates.today(clock)));
        var first = from.map(YearMonth::parse).orElseGet(() -> last.minusMonths(11));
        if (first.isAfter(last) || first.plusMonths(MOST_MONTHS).isBefore(last)) {
            throw new Problem(
                    ProblemTypes.INVALID_ARGUMENT,
                    Text.of("起始月份不应晚于截止月份，且不超过 %d 个月", "From before to, and %d months at most", MOST_MONTHS));
        }
        return sql.query(
                """
                select region, field, month, kind, count(*) as filed,
                  count(*) filter (where ended_at is not null) as ended,
                  count(*) filter (where record_id is not null) as substantiated,
                  count(*) filter (where ended_at is not null and not late) as in_time,
                  count(stars) as ratings, sum(stars) as stars
                from (select c.*, to_char(filed_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                        exists (select from complaint_term t where t.complaint_id = c.id and t.met_on > t.due
                                  and not t.promise) as late
                      from complaint c where region like ? and filed_at >= ? and filed_at < ?) as counted
                group by region, field, month, kind order by month desc, region, field, kind""",
                ComplaintStatistics::cell,
                region.map(RegionCode::new).map(RegionCode::prefix).orElse("") + "%",
                first.atDay(1).atStartOfDay(LegalDates.ZONE).toInstant(),
                last.plusMonths(1).atDay(1).atStartOfDay(LegalDates.ZONE).toInstant());
    }

    private static Cell cell(ResultSet row) throws SQLException {
        int ended = row.getInt("ended");
        int ratings = row.getInt("ratings");
        return new Cell(
                row.getString("region"),
                ActivityField.valueOf(row.getString("field")),
                row.getString("month"),
                ComplaintKind.valueOf(row.getString("kind")),
                row.getInt("filed") < SMALLEST,
                shown(row.getInt("filed")),
                shown(ended),
                shown(row.getInt("substantiated")),
                ended < SMALLEST ? null : quotient(row.getInt("in_time"), ended, 4),
                shown(ratings),
                ratings < SMALLEST ? null : quotient(row.getInt("stars"), ratings, 2));
    }

    private static @Nullable Integer shown(int count) {
        return count < SMALLEST ? null : count;
    }

    private static BigDecimal quotient(int part, int whole, int places) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), places, RoundingMode.HALF_UP);
    }
}
