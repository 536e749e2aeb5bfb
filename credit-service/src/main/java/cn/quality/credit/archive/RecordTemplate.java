package cn.quality.credit.archive;

import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.XlsxTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** The spreadsheet in which a data officer fills in records of a kind, with a row that shows how. */
final class RecordTemplate {

    private static final Map<String, String> SAMPLES = Map.of(
            "uscc", "91371199MA3RH00187",
            "subjectName", "日照示例海洋食品有限公司",
            "title", "示例标题",
            "severity", "一般",
            "disclosure", "公开公示",
            "source.department", "日照市市场监督管理局",
            "source.recordNumber", "RZ-2026-000187",
            "evidence", "");

    /** The first choice of each would be a penalty that must not enter. */
    private static final Map<String, String> PENALTY =
            Map.of("details.procedure", "普通程序", "details.types", "罚款；没收", "details.selfCorrected", "否");

    private RecordTemplate() {}

    static void write(RecordKind kind, OutputStream out) throws IOException {
        XlsxTable.writeTemplate(out, RecordSchemas.of(kind).title(), RecordCells.columns(kind), examples(kind));
    }

    /** What the example row says, by column. */
    static Map<String, String> examples(RecordKind kind) {
        var examples = new HashMap<String, String>();
        RecordCells.columns(kind).forEach(column -> examples.put(column.name(), example(column)));
        examples.putAll(SAMPLES);
        examples.put("kind", RecordSchemas.of(kind).title());
        if (kind == RecordKind.PENALTY) {
            examples.putAll(PENALTY);
        }
        return examples;
    }

    private static String example(TableColumn column) {
        return switch (column.kind()) {
            case TEXT, TEXTS -> "示例" + column.title();
            case DATE -> "2026-03-02";
            case NUMBER, COUNT -> "1";
            case FLAG -> "是";
            case CHOICE, CHOICES -> column.choices().values().iterator().next();
        };
    }
}
