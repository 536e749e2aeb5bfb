package cn.quality.indicator.progress;

import cn.quality.indicator.area.AreaCode;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What progress is asked for.
 *
 * @param area the target's own when left out
 * @param date today when left out
 * @param asOf what had been published by then; a moment, or a day in Asia/Shanghai (its end)
 */
public record ProgressQuery(
        @QueryParam("area")
        @Pattern(regexp = AreaCode.PATTERN)
        @Parameter(description = "地区，省略时为目标所属地区 (area; the target's own when left out)", example = "371102")
        @Nullable
        String area,

        @QueryParam("date")
        @Parameter(description = "评判日，省略时为今天 (the day to judge on; today when left out)", example = "2018-12-31")
        @Nullable
        String date,

        @QueryParam("asOf")
        @Parameter(
                description = "截至某一时刻或某日终了已公布的数据 (what had been published at a moment, or at the end of a day)",
                example = "2019-06-30")
        @Nullable
        String asOf) {

    Optional<AreaCode> place() {
        return Optional.ofNullable(area).map(AreaCode::new);
    }

    /** @throws Problem 400 {@code invalid-argument} for what is no day */
    public LocalDate day(Clock clock) {
        if (date == null) {
            return LegalDates.today(clock);
        }
        try {
            var day = LocalDate.parse(date);
            if (day.getYear() >= LegalDates.FIRST_YEAR && day.getYear() <= LegalDates.lastYear(clock)) {
                return day;
            }
        } catch (DateTimeException e) {
            // refused below, like a day out of reach
        }
        throw new Problem(ProblemTypes.INVALID_ARGUMENT, new Text("部分参数不合法", "Some parameters are not valid"))
                .with("date", "format", new Text("应为日期，如 2018-12-31", "must be a date such as 2018-12-31"));
    }
}
