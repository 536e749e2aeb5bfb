package cn.quality.standards.currency;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.TableColumn;
import cn.quality.platform.tabular.TableColumn.Kind;
import cn.quality.platform.tabular.TableRows;
import cn.quality.standards.number.StandardNumber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a list of numbers: a table, or a text in which they are found. */
final class NumberList {

    /** The columns a list may have; only the number is needed. */
    static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of("ref", "序号", Kind.TEXT),
            TableColumn.of("number", "标准编号", Kind.TEXT)
                    .also("标准号", "编号", "标准代号", "检测标准", "依据标准", "引用标准")
                    .mandatory(),
            TableColumn.of("title", "标准名称", Kind.TEXT).also("名称", "题名"),
            TableColumn.of("item", "检验项目", Kind.TEXT).also("项目", "检测项目", "参数"),
            TableColumn.of("remark", "备注", Kind.TEXT).also("说明"));

    static final Map<String, String> EXAMPLE =
            Map.of("ref", "1", "number", "GB/T 19001-2008", "title", "质量管理体系 要求", "remark", "仅供参考");

    /** Bytes of a text. */
    private static final int LONGEST_TEXT = 8 << 20;

    private static final ProblemType NO_TEXT =
            new ProblemType(400, "malformed-text", Text.of("文本编码有误", "Malformed text"));

    private NumberList() {}

    /**
     * Hands over the numbers of a table in the order of its rows. A cell may hold several.
     *
     * @return rows that say nothing
     * @throws Problem 400 for a header that names no number, or why the file is none of its format
     */
    static long ofTable(TableRows.Format format, InputStream body, Consumer<ListedNumber> numbers) throws IOException {
        try (var rows = TableRows.open(format, body, COLUMNS)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().defect().isPresent()) {
                    throw row.get().defect().get();
                }
                read(row.get(), numbers);
            }
            return rows.skipped();
        }
    }

    private static void read(TableRows.Row row, Consumer<ListedNumber> numbers) {
        var cells = row.cells();
        var number = cells.get("number");
        var ref = cells.get("ref");
        var title = cells.get("title");
        var written = number == null ? "" : number.text();
        for (var one : within(written)) {
            numbers.accept(new ListedNumber(
                    row.line(), ref == null ? null : ref.text(), one, title == null ? null : title.text()));
        }
    }

    /** A number and nothing else, or all that are found in it; the text itself where there is none. */
    private static List<String> within(String written) {
        if (StandardNumber.read(written) instanceof StandardNumber.Reading.Read) {
            return List.of(written);
        }
        var found = StandardNumber.numbersIn(written);
        return found.isEmpty()
                ? List.of(written)
                : found.stream().map(one -> one.number().original()).toList();
    }

    /**
     * Hands over the numbers that are found in a text, with their lines.
     *
     * @return lines without a number
     */
    static long ofText(InputStream body, Consumer<ListedNumber> numbers) throws IOException {
        var bytes = body.readNBytes(LONGEST_TEXT + 1);
        if (bytes.length > LONGEST_TEXT) {
            throw new Problem(
                    ProblemTypes.PAYLOAD_TOO_LARGE,
                    Text.of("文本不得超过 %d MB", "a text may have %d MB at most", LONGEST_TEXT >> 20));
        }
        long line = 0;
        long skipped = 0;
        for (var text : decoded(bytes).split("\\R", -1)) {
            line++;
            var found = StandardNumber.numbersIn(text);
            skipped += found.isEmpty() && !text.isBlank() ? 1 : 0;
            for (var one : found) {
                numbers.accept(new ListedNumber(line, null, one.number().original(), null));
            }
        }
        return skipped;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(NO_TEXT, Text.of("文本应为 UTF-8 编码", "a text is expected in UTF-8"));
        }
    }
}
