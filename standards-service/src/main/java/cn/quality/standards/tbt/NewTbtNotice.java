package cn.quality.standards.tbt;

import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.ItemForm;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import cn.quality.standards.input.Flaws;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A notice as one line of an import says it.
 *
 * @param number the WTO symbol
 * @param market ISO 3166-1 alpha-2, or EU
 */
record NewTbtNotice(
        @Schema(required = true, examples = "G/TBT/N/ZZZ/1") @Nullable
        String number,

        @Schema(required = true, examples = "JP") @Nullable String market,

        @Schema(required = true, examples = "示例：水产品标签新规") @Nullable
        String title,

        @Schema(required = true, examples = "冷冻水产品") @Nullable
        String product,

        @Schema(required = true) @Nullable List<@Nullable String> ics,

        @Schema(required = true, examples = "2026-03-01") @Nullable
        LocalDate notifiedOn,

        @Schema(examples = "2026-04-30") @Nullable LocalDate commentsUntil,

        @Schema(examples = "2026-09-01") @Nullable LocalDate entersIntoForceOn,

        @Schema(required = true, examples = "https://notices.example/1") @Nullable
        String link) {

    static final ItemForm<NewTbtNotice> FORM = new ItemForm<>(
            NewTbtNotice.class,
            List.of(
                    TableColumn.of("number", "通报号", Kind.TEXT).mandatory(),
                    TableColumn.of("market", "通报方", Kind.TEXT).mandatory(),
                    TableColumn.of("title", "标题", Kind.TEXT).mandatory(),
                    TableColumn.of("product", "产品", Kind.TEXT).mandatory(),
                    TableColumn.of("ics", "ICS", Kind.TEXTS).mandatory(),
                    TableColumn.of("notifiedOn", "通报日期", Kind.DATE).mandatory(),
                    TableColumn.of("commentsUntil", "评议截止日期", Kind.DATE),
                    TableColumn.of("entersIntoForceOn", "拟生效日期", Kind.DATE),
                    TableColumn.of("link", "原文链接", Kind.TEXT).mandatory()));

    /** G/TBT/N/USA/1234, with addenda, corrigenda, revisions and supplements: G/TBT/N/USA/1234/Add.1. */
    private static final Pattern SYMBOL =
            Pattern.compile("G/TBT/N/[A-Z]{3}/\\d{1,6}(/(Add|Corr|Rev|Suppl)\\.\\d{1,3})*");

    private static final int LONGEST_NAME = 300;
    private static final int MOST_CLASSES = 50;

    /** What a line says, checked. */
    record Stated(
            String number,
            String market,
            String title,
            String product,
            List<String> ics,
            LocalDate notifiedOn,
            @Nullable LocalDate commentsUntil,
            @Nullable LocalDate entersIntoForceOn,
            String link) {}

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    Stated checked() {
        var flaws = new Flaws();
        var symbol = flaws.text(number, "number", LONGEST_NAME);
        if (!symbol.isEmpty() && !SYMBOL.matcher(symbol).matches()) {
            flaws.add("number", "tbt-symbol", Text.of("应如 G/TBT/N/USA/1234", "as G/TBT/N/USA/1234"));
        }
        var from = flaws.text(market, "market", LONGEST_NAME);
        if (!from.isEmpty() && !Market.isOne(from)) {
            flaws.add("market", "iso-3166", Text.of("应为 ISO 3166-1 两位字母代码或 EU", "an ISO 3166-1 alpha-2 code, or EU"));
        }
        var classes = flaws.list(ics, "ics", MOST_CLASSES);
        if (classes.isEmpty()) {
            flaws.missing("ics");
        }
        for (int i = 0; i < classes.size(); i++) {
            if (!IcsClass.isOne(classes.get(i))) {
                flaws.add("ics[" + i + "]", "format", Text.of("应如 43.040.20", "as 43.040.20"));
            }
        }
        var notified = notifiedOn;
        if (notified == null) {
            flaws.missing("notifiedOn");
            notified = LocalDate.EPOCH;
        } else if (commentsUntil != null && commentsUntil.isBefore(notified)) {
            flaws.add("commentsUntil", "date-order", Text.of("不得早于 %s", "must not be before %s", notified));
        }
        var address = flaws.text(link, "link", LONGEST_NAME);
        if (!address.isEmpty() && !isWebAddress(address)) {
            flaws.add("link", "format", Text.of("应为 http 或 https 地址", "an address of http or https"));
        }
        var stated = new Stated(
                symbol,
                from,
                flaws.text(title, "title", LONGEST_NAME),
                flaws.text(product, "product", LONGEST_NAME),
                classes.stream().distinct().sorted().toList(),
                notified,
                commentsUntil,
                entersIntoForceOn,
                address);
        flaws.refuseIfAny();
        return stated;
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
