package cn.quality.credit.enterprise;

import cn.quality.platform.tabular.XlsxTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** The spreadsheet in which a data officer fills in enterprises, with a row that shows how. */
final class EnterpriseTemplate {

    /** What the example row says, by column. */
    static final Map<String, String> EXAMPLE = Map.ofEntries(
            Map.entry("uscc", "91371199MA3RH00187"),
            Map.entry("name", "日照示例海洋食品有限公司"),
            Map.entry("region", "371102"),
            Map.entry("subjectType", SubjectType.LEGAL_PERSON.label),
            Map.entry("industry", "C13"),
            Map.entry("fields", ActivityField.INDUSTRIAL_PRODUCTION.label + "；" + ActivityField.CIRCULATION.label),
            Map.entry("registeredOn", "2026-03-02"),
            Map.entry("address", "日照市东港区示例路1号"),
            Map.entry("fictional", "是"),
            Map.entry("source.department", "日照市市场监督管理局"),
            Map.entry("source.recordNumber", "RZ-2026-000187"));

    private EnterpriseTemplate() {}

    static void write(OutputStream out) throws IOException {
        XlsxTable.writeTemplate(out, "企业登记", EnterpriseCells.FORM.columns(), EXAMPLE);
    }
}
