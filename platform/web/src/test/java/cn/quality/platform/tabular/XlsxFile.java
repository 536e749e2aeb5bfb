package cn.quality.platform.tabular;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file made by hand, so that it can be what no spreadsheet would write. */
final class XlsxFile {

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** @param rows the rows of the only sheet, as XML */
    static XlsxFile of(String rows) {
        var file = new XlsxFile();
        file.part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"目录\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
                        + "<sheet name=\"数据\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
        file.part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
        file.part("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
        file.part("xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return file;
    }

    XlsxFile part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    XlsxFile replaced(String name, String what, String by) {
        parts.computeIfPresent(name, (part, content) -> content.replace(what, by));
        return this;
    }

    InputStream open() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
