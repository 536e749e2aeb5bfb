package cn.quality.standards.exchange;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.tabular.Cell;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ItemForm;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import cn.quality.standards.catalogue.NewStandard;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import cn.quality.standards.number.StandardNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Standards as rows of a table; the names of the columns are the fields of JSON. */
final class StandardTable {

    static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of("number", "标准编号", Kind.TEXT).also("标准号").mandatory(),
            TableColumn.of("titleZh", "标准名称", Kind.TEXT).also("中文名称", "题名").mandatory(),
            TableColumn.of("titleEn", "英文名称", Kind.TEXT),
            TableColumn.choice("level", "层级", Kind.CHOICE, TableColumn.labels(Level.values(), Level::zh)),
            TableColumn.choice("nature", "性质", Kind.CHOICE, TableColumn.labels(Nature.values(), Nature::zh)),
            TableColumn.choice("status", "状态", Kind.CHOICE, TableColumn.labels(Status.values(), Status::zh))
                    .also("标准状态")
                    .mandatory(),
            TableColumn.of("publishedOn", "发布日期", Kind.DATE),
            TableColumn.of("implementedOn", "实施日期", Kind.DATE),
            TableColumn.of("abolishedOn", "废止日期", Kind.DATE),
            TableColumn.of("firstPublishedOn", "首次发布日期", Kind.DATE),
            TableColumn.of("reviewedOn", "复审日期", Kind.DATE),
            TableColumn.of("ics", "国际标准分类号", Kind.TEXT).also("ICS分类号"),
            TableColumn.of("ccs", "中国标准分类号", Kind.TEXT).also("CCS分类号"),
            TableColumn.of("department", "主管部门", Kind.TEXT),
            TableColumn.of("technicalCommittee", "归口技术委员会", Kind.TEXT).also("归口单位"),
            TableColumn.of("draftingUnits", "起草单位", Kind.TEXTS),
            TableColumn.of("scope", "适用范围", Kind.TEXT),
            TableColumn.of("replaces", "代替标准", Kind.TEXTS),
            TableColumn.of("replacedBy", "被代替", Kind.TEXTS).also("替代标准"),
            TableColumn.of("replacesInPart", "部分代替标准", Kind.TEXTS),
            TableColumn.of("replacedInPartBy", "被部分代替", Kind.TEXTS),
            TableColumn.of("formerNumbers", "曾用编号", Kind.TEXTS),
            TableColumn.of("adopts", "采用标准", Kind.TEXTS),
            TableColumn.of("cites", "规范性引用文件", Kind.TEXTS),
            TableColumn.of("source", "信息来源", Kind.TEXT).mandatory(),
            TableColumn.choice("certainty", "核实程度", Kind.CHOICE, certainties()));

    /** What the example row of the template says. */
    static final Map<String, String> EXAMPLE = Map.ofEntries(
            Map.entry("number", "GB/T 19001-2016"),
            Map.entry("titleZh", "质量管理体系 要求"),
            Map.entry("status", "现行"),
            Map.entry("publishedOn", "2016-12-30"),
            Map.entry("implementedOn", "2017-07-01"),
            Map.entry("replaces", "GB/T 19001-2008"),
            Map.entry("adopts", "ISO 9001:2015 IDT"),
            Map.entry("cites", "GB/T 19000-2016；GB/T 27025"),
            Map.entry("source", "全国标准信息公共服务平台"),
            Map.entry("certainty", "摘要"));

    static final ItemForm<NewStandard> FORM = new ItemForm<>(NewStandard.class, COLUMNS, StandardTable::fields);

    /** Rows as they go out, in the columns of those that come in. */
    static final CsvTable<NewStandard> WRITTEN = new CsvTable<>(List.of(
            column("number", NewStandard::number),
            column("titleZh", NewStandard::titleZh),
            column("titleEn", NewStandard::titleEn),
            column("level", NewStandard::level),
            column("nature", NewStandard::nature),
            column("status", NewStandard::status),
            column("publishedOn", NewStandard::publishedOn),
            column("implementedOn", NewStandard::implementedOn),
            column("abolishedOn", NewStandard::abolishedOn),
            column("firstPublishedOn", NewStandard::firstPublishedOn),
            column("reviewedOn", NewStandard::reviewedOn),
            column("ics", NewStandard::ics),
            column("ccs", NewStandard::ccs),
            column("department", NewStandard::department),
            column("technicalCommittee", NewStandard::technicalCommittee),
            column("draftingUnits", row -> joined(row.draftingUnits())),
            column("scope", NewStandard::scope),
            column("replaces", row -> joined(row.replaces())),
            column("replacedBy", row -> joined(row.replacedBy())),
            column("replacesInPart", row -> joined(row.replacesInPart())),
            column("replacedInPartBy", row -> joined(row.replacedInPartBy())),
            column("formerNumbers", row -> joined(row.formerNumbers())),
            column("adopts", row -> joined(row.adopts())),
            column("cites", row -> joined(row.cites())),
            column("source", NewStandard::source),
            column("certainty", NewStandard::certainty)));

    private static final List<String> DATES =
            List.of("publishedOn", "implementedOn", "abolishedOn", "firstPublishedOn", "reviewedOn");

    /** Milliseconds since 1970, as the interfaces of Chinese platforms tell a day: midnight in Shanghai. */
    private static final Pattern MILLISECONDS = Pattern.compile("-?\\d{10,14}");

    private StandardTable() {}

    private static String joined(@Nullable List<?> values) {
        return values == null ? "" : values.stream().map(String::valueOf).collect(Collectors.joining("; "));
    }

    private static Map<String, String> certainties() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("T", "全文");
        labels.put("D", "摘要");
        labels.put("U", "未证实");
        return labels;
    }

    private static ObjectNode fields(Map<String, Cell> written) {
        var cells = new LinkedHashMap<>(written);
        for (var date : DATES) {
            var cell = cells.get(date);
            if (cell != null && MILLISECONDS.matcher(cell.text()).matches()) {
                cells.put(date, Cell.written(day(Long.parseLong(cell.text()))));
            }
        }
        var item = ItemForm.fields(COLUMNS, cells);
        pairs(item, "adopts", "degree");
        pairs(item, "formerNumbers", "until");
        return completed(item);
    }

    /** Dates that are told in milliseconds, as days. */
    static ObjectNode withDays(ObjectNode item) {
        for (var date : DATES) {
            var value = item.get(date);
            if (value != null
                    && value.isIntegralNumber()
                    && MILLISECONDS.matcher(value.asText()).matches()) {
                item.put(date, day(value.longValue()));
            }
        }
        return item;
    }

    private static String day(long milliseconds) {
        return LegalDates.on(Instant.ofEpochMilli(milliseconds)).toString();
    }

    /** {@code ISO 9001:2015 IDT}: a number and, behind its last blank, what there is to say of it. */
    private static void pairs(ObjectNode item, String field, String second) {
        if (item.get(field) instanceof JsonNode texts) {
            var pairs = JsonNodeFactory.instance.arrayNode();
            for (var text : texts) {
                var both = text.asText();
                int blank = both.lastIndexOf(' ');
                pairs.addObject()
                        .put(
                                "number",
                                blank < 0 ? both : both.substring(0, blank).strip())
                        .put(second, blank < 0 ? null : both.substring(blank + 1));
            }
            item.set(field, pairs);
        }
    }

    /** The level is in the number; what nobody confirmed is unconfirmed. */
    static ObjectNode completed(ObjectNode item) {
        if (!item.has("level")
                && StandardNumber.read(item.path("number").asText())
                        instanceof StandardNumber.Reading.Read(var number)) {
            item.put("level", number.level().name());
        }
        if (!item.has("certainty")) {
            item.put("certainty", "U");
        }
        return item;
    }
}
