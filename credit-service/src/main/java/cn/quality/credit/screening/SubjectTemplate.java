package cn.quality.credit.screening;

import cn.quality.platform.tabular.XlsxTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** The spreadsheet in which somebody fills in whom to screen, with a row that shows how. */
final class SubjectTemplate {

    /** What the example row says, by column. */
    static final Map<String, String> EXAMPLE =
            Map.of("ref", "V-0001", "uscc", "91371199MA3RH00187", "name", "日照示例海洋食品有限公司", "region", "371102");

    private SubjectTemplate() {}

    static void write(OutputStream out) throws IOException {
        XlsxTable.writeTemplate(out, "批量核查", SubjectFile.COLUMNS, EXAMPLE);
    }
}
