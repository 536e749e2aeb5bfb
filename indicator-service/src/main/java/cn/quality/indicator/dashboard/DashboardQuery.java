package cn.quality.indicator.dashboard;

import cn.quality.indicator.progress.ProgressQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * When a page is about.
 *
 * @param date today when left out
 * @param asOf what had been published by then; a moment, or a day in Asia/Shanghai (its end)
 */
record DashboardQuery(
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

    ProgressQuery progress() {
        return new ProgressQuery(null, date, asOf);
    }
}
