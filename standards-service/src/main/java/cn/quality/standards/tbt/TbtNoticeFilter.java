package cn.quality.standards.tbt;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.search.Fragment;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which notices are listed.
 *
 * @param ics class, with all that lies in it
 * @param open only those that may still be commented on
 */
record TbtNoticeFilter(
        @QueryParam("ics")
        @Parameter(description = "ICS 类，含其下各类 (class, with all that lies in it)", example = "67")
        @Nullable
        String ics,

        @QueryParam("market") @Parameter(description = "通报方，两位字母 (who notified)", example = "JP") @Nullable
        String market,

        @QueryParam("open") @DefaultValue("false") @Parameter(description = "只列仍可评议的 (only while comments are open)")
        boolean open,

        @QueryParam("q") @Parameter(description = "通报号、标题或产品 (symbol, title or product)", example = "水产品") @Nullable
        String q) {

    Optional<String> chosenIcs() {
        return chosen(ics, "ics", IcsClass.isOne(ics == null ? "" : ics), Text.of("应如 43.040.20", "as 43.040.20"));
    }

    Optional<String> chosenMarket() {
        return chosen(
                market,
                "market",
                Market.isOne(market == null ? "" : market),
                Text.of("应为 ISO 3166-1 两位字母代码或 EU", "an ISO 3166-1 alpha-2 code, or EU"));
    }

    Optional<Fragment> fragment() {
        return Fragment.of(q);
    }

    private static Optional<String> chosen(@Nullable String value, String field, boolean valid, Text expected) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (!valid) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            Text.of("参数 %s 的取值 “%s” 无效", "parameter %s cannot be “%s”", field, value))
                    .with(field, "format", expected);
        }
        return Optional.of(value);
    }
}
