package cn.quality.indicator.observation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file made by hand, so that it can be what no spreadsheet would write. */
final class Workbook {

    static final String HEADER = row(
            1,
            text("A1", "指标代码"),
            text("B1", "地区代码"),
            text("C1", "时期"),
            text("D1", "数值"),
            text("E1", "分子"),
            text("F1", "分母"),
            text("G1", "数据来源"));

    /** 1 is a percentage, 2 a date. */
    private static final String STYLES =
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Workbook() {}

    /** @param rows of its only sheet, as XML */
    static Workbook of(String... rows) {
        return new Workbook()
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"填报\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
                .part("xl/styles.xml", STYLES)
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + String.join("", rows) + "</sheetData></worksheet>");
    }

    Workbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    Workbook replaced(String name, String what, String by) {
        parts.computeIfPresent(name, (part, content) -> content.replace(what, by));
        return this;
    }

    Workbook merged(String range) {
        return replaced(
                "xl/worksheets/sheet1.xml",
                "</sheetData>",
                "</sheetData><mergeCells><mergeCell ref=\"" + range + "\"/></mergeCells>");
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String reference, String value) {
        return "<c r=\"" + reference + "\"><v>" + value + "</v></c>";
    }

    /** A figure of 2018 in the first district; the cells of its numbers are as given. */
    static String figure(int row, String indicator, String... cells) {
        return row(
                row,
                text("A" + row, indicator),
                text("B" + row, "990701"),
                number("C" + row, "2018"),
                String.join("", cells),
                text("G" + row, "测试通报"));
    }
}
