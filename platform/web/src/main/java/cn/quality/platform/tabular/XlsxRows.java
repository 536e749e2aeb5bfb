package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first visible sheet of an XLSX file. Memory does not grow with the file: the package and its texts lie on
 * disk, and rows are read as they are asked for.
 */
final class XlsxRows implements TableRows {

    private static final String FOLDER = "xl/";
    private static final int MOST_MERGES = 10_000;
    private static final Pattern RANGE = Pattern.compile("[A-Z]{1,3}(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})");

    private final XlsxPackage source;
    private final SharedStrings strings;
    private final XlsxPackage.Xml xml;
    private final XlsxSheet sheet;
    private final List<Merge> merges;
    private final TableHeader header;
    private long skipped;

    private XlsxRows(
            XlsxPackage source,
            SharedStrings strings,
            XlsxPackage.Xml xml,
            XlsxSheet sheet,
            List<Merge> merges,
            List<TableColumn> known)
            throws IOException {
        this.source = source;
        this.strings = strings;
        this.xml = xml;
        this.sheet = sheet;
        this.merges = merges;
        this.header = header(known);
    }

    /** Cells that are one on the sheet; in the file only the first of them has a value. */
    private record Merge(String range, long first, long last) {

        boolean covers(long row) {
            return first <= row && row <= last;
        }
    }

    /**
     * Reads the header.
     *
     * @throws Problem 400 {@code xlsx-header}, {@code merged-cells}, {@code malformed-xlsx}; 413 {@code payload-too-large}
     */
    static XlsxRows open(InputStream in, List<TableColumn> known) throws IOException {
        var opened = new ArrayList<Closeable>();
        try {
            var source = XlsxPackage.open(in);
            opened.add(source);
            var book = Book.of(source);
            NumberFormats formats;
            try (var styles = source.part(FOLDER + "styles.xml").orElse(null)) {
                formats = NumberFormats.of(styles);
            }
            SharedStrings strings;
            try (var part = source.part(FOLDER + "sharedStrings.xml").orElse(null)) {
                strings = SharedStrings.of(part);
            }
            opened.add(strings);
            List<Merge> merges;
            try (var whole = sheet(source, book)) {
                merges = merges(whole);
            }
            var xml = sheet(source, book);
            opened.add(xml);
            return new XlsxRows(
                    source, strings, xml, new XlsxSheet(xml, strings, formats, book.from1904()), merges, known);
        } catch (IOException | RuntimeException e) {
            for (var one : opened.reversed()) {
                one.close();
            }
            throw e;
        }
    }

    private static XlsxPackage.Xml sheet(XlsxPackage source, Book book) throws IOException {
        return source.part(book.sheet()).orElseThrow(() -> XlsxPackage.malformed("其中没有工作表", "there is no sheet in it"));
    }

    /** Merged cells stand behind the rows, so the sheet is looked through once before anything of it is used. */
    private static List<Merge> merges(XlsxPackage.Xml sheet) throws IOException {
        var merges = new ArrayList<Merge>();
        for (var element = sheet.nextElement(); element.isPresent(); element = sheet.nextElement()) {
            if (element.get().equals("mergeCell")) {
                var range = RANGE.matcher(sheet.attribute("ref"));
                if (range.matches()) {
                    merges.add(
                            new Merge(range.group(), Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
                }
                if (merges.size() > MOST_MERGES) {
                    throw XlsxPackage.malformed("合并单元格过多", "too many merged cells");
                }
            }
        }
        return merges;
    }

    private TableHeader header(List<TableColumn> known) throws IOException {
        var row = sheet.next();
        while (row.isPresent() && row.get().cells().stream().allMatch(Optional::isEmpty)) {
            row = sheet.next();
        }
        if (row.isEmpty() && known.stream().noneMatch(TableColumn::required)) {
            return TableHeader.none();
        }
        if (row.isPresent()) {
            var merged = merged(row.get().number());
            if (merged.isPresent()) {
                throw merged.get();
            }
        }
        var names = row.map(XlsxSheet.SheetRow::cells).orElse(List.of()).stream()
                .map(cell -> cell.map(Cell::text).orElse(""))
                .toList();
        return TableHeader.of(names, known, Format.XLSX.header(), XlsxPackage.MALFORMED);
    }

    private Optional<Problem> merged(long row) {
        return merges.stream()
                .filter(merge -> merge.covers(row))
                .findFirst()
                .map(merge -> new Problem(
                                XlsxPackage.MALFORMED,
                                Text.of(
                                        "第%d行含有合并单元格 %s；请取消合并，第一行只写列名，以下每行填全",
                                        "Row %d has merged cells, %s; unmerge them: the first row names the columns, each row"
                                                + " below is filled in completely",
                                        row,
                                        merge.range()))
                        .with(merge.range(), "merged-cells", new Text("请取消合并单元格", "Unmerge these cells")));
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    public Optional<Row> next() {
        try {
            for (var read = sheet.next(); read.isPresent(); read = sheet.next()) {
                var found = read.get();
                if (found.defect().isPresent()) {
                    return Optional.of(
                            TableHeader.broken(found.number(), found.defect().get()));
                }
                var row = header.row(found.number(), found.cells());
                if (row.isPresent()) {
                    return merged(found.number())
                            .map(defect -> TableHeader.broken(found.number(), defect))
                            .or(() -> row);
                }
                skipped++;
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        xml.close();
        strings.close();
        source.close();
    }

    /**
     * What the workbook says of its sheets.
     *
     * @param sheet the part that is the first visible one
     * @param from1904 days are counted from 1904, as on old Macintoshes
     */
    private record Book(String sheet, boolean from1904) {

        static Book of(XlsxPackage source) throws IOException {
            var name = "";
            boolean from1904 = false;
            try (var book = source.part(FOLDER + "workbook.xml").orElse(null)) {
                if (book == null) {
                    throw XlsxPackage.malformed("不是 XLSX 文件", "this is no XLSX file");
                }
                for (var element = book.nextElement(); element.isPresent(); element = book.nextElement()) {
                    if (element.get().equals("workbookPr")) {
                        from1904 = isTrue(book.attribute("date1904"));
                    } else if (element.get().equals("sheet") && name.isEmpty() && !isHidden(book.attribute("state"))) {
                        name = book.attribute("id");
                    }
                }
            }
            return new Book(target(source, name), from1904);
        }

        private static boolean isTrue(String value) {
            return value.equals("1") || value.equals("true");
        }

        private static boolean isHidden(String state) {
            return state.equals("hidden") || state.equals("veryHidden");
        }

        private static String target(XlsxPackage source, String relation) throws IOException {
            var targets = new HashMap<String, String>();
            try (XlsxPackage.@Nullable Xml relations =
                    source.part(FOLDER + "_rels/workbook.xml.rels").orElse(null)) {
                while (relations != null && relations.advance()) {
                    if (relations.isStart("Relationship")) {
                        targets.put(relations.attribute("Id"), relations.attribute("Target"));
                    }
                }
            }
            var target = targets.getOrDefault(relation, "");
            return target.startsWith("/") ? target.substring(1) : FOLDER + target;
        }
    }
}
