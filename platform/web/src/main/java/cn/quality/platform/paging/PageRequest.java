package cn.quality.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for; a resource takes it as {@code @Valid @BeanParam}.
 *
 * @param after the {@code next} of the page before; absent for the first page
 * @param limit rows at most, 1 to 200
 */
public record PageRequest(
        @QueryParam("after")
        @Parameter(description = "上一页返回的 next；首页省略 (the next of the page before; absent for the first)")
        @Nullable
        String after,

        @QueryParam("limit")
        @DefaultValue("50")
        @Min(1)
        @Max(PageRequest.MOST)
        @Parameter(description = "每页行数,1–200 (rows a page)")
        int limit) {

    /** Rows of the largest page. */
    static final int MOST = 200;

    public Optional<Cursor> cursor() {
        return Optional.ofNullable(after).filter(text -> !text.isBlank()).map(Cursor::parse);
    }

    /** Rows to fetch: one more than shown tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
