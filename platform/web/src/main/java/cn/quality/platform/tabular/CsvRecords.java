package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a CSV text, by the letter of RFC 4180. A lenient reader takes a quote that is never closed for a cell as
 * long as the rest of the file, and all rows in it are lost without a word; this one names the line where it was opened, and
 * reads nothing after it.
 */
final class CsvRecords {

    static final ProblemType MALFORMED = new ProblemType(400, "malformed-csv", new Text("CSV 格式有误", "Malformed CSV"));

    /** Characters of one record, quoted line breaks included: what is held at most. */
    private static final int LONGEST_RECORD = 262_144;

    private static final int END = -1;

    private final Reader in;
    private final char[] buffer = new char[16_384];
    private int at;
    private int filled;

    /** Of the text, and of the sheet that a spreadsheet makes of it: they part where a cell has line breaks. */
    private long line = 1;

    private long row;

    CsvRecords(Reader in) {
        this.in = in;
    }

    /**
     * @param row its number in a spreadsheet, where empty lines are rows as well
     * @param defect a quote within a cell that has none around it; the records after it can be read all the same
     */
    record CsvRecord(long row, List<String> cells, Optional<Problem> defect) {}

    /**
     * The next record that is not an empty line; none at the end.
     *
     * @throws Problem after which nothing can be read any more
     */
    Optional<CsvRecord> next() {
        try {
            int c = read();
            row++;
            while (c == '\n' || c == '\r') {
                endLine(c);
                c = read();
                row++;
            }
            return c == END ? Optional.empty() : Optional.of(record(c));
        } catch (CharacterCodingException e) {
            throw new Problem(
                    MALFORMED,
                    Text.of(
                            "文本第%d行附近既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8",
                            "Near line %d the file is neither UTF-8 nor GB18030; save it as UTF-8", line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvRecord record(int first) throws IOException {
        long begin = line;
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        int length = 0;
        long strayQuote = 0;
        for (int c = first; ; c = read()) {
            if (c == '"' && cell.isEmpty()) {
                length += quoted(cell);
                c = read();
                if (c != ',' && c != END && c != '\n' && c != '\r') {
                    throw afterQuote(begin);
                }
            }
            if (c == ',' || c == END || c == '\n' || c == '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c != ',') {
                    if (c != END) {
                        endLine(c);
                    }
                    return new CsvRecord(
                            row, cells, strayQuote > 0 ? Optional.of(stray(strayQuote)) : Optional.empty());
                }
            } else {
                if (c == '"') {
                    strayQuote = cells.size() + 1;
                }
                cell.append((char) c);
            }
            if (++length > LONGEST_RECORD) {
                throw tooLong();
            }
        }
    }

    /** The inside of a quoted cell, up to its closing quote. */
    private int quoted(StringBuilder cell) throws IOException {
        long opened = line;
        int length = 0;
        while (true) {
            int c = read();
            if (c == END) {
                throw unclosed(opened);
            }
            if (c == '"') {
                if (peek() != '"') {
                    return length;
                }
                read();
            }
            if (c == '\n' || (c == '\r' && peek() != '\n')) {
                line++;
            }
            cell.append((char) c);
            if (++length > LONGEST_RECORD) {
                throw tooLong();
            }
        }
    }

    private void endLine(int c) throws IOException {
        if (c == '\r' && peek() == '\n') {
            read();
        }
        line++;
    }

    private int read() throws IOException {
        return at < filled || fill() ? buffer[at++] : END;
    }

    private int peek() throws IOException {
        return at < filled || fill() ? buffer[at] : END;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(in.read(buffer), 0);
        return filled > 0;
    }

    private static Problem unclosed(long opened) {
        return new Problem(
                MALFORMED,
                Text.of(
                        "文本第%d行有引号未闭合，自该行起均未读取；请补上引号后重新报送",
                        "A quote opened in line %d is never closed; nothing from that line on was read", opened));
    }

    private static Problem afterQuote(long begin) {
        return new Problem(
                MALFORMED,
                Text.of(
                        "文本第%d行开始的记录中，引号闭合之后还有文字（可能是某个引号未闭合），自该行起均未读取；格内的引号应写成两个",
                        "In the record that begins in line %d text follows a closing quote, perhaps because a quote is missing;"
                                + " nothing from that line on was read; a quote within a cell is written twice",
                        begin));
    }

    private static Problem stray(long cell) {
        return new Problem(
                MALFORMED,
                Text.of(
                        "第%d格中间有引号：含引号的格应整格加引号，格内的引号写成两个",
                        "Cell %d has a quote within: such a cell is put in quotes, and a quote within is written twice",
                        cell));
    }

    private static Problem tooLong() {
        return new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE,
                Text.of("一行不得超过%d个字符", "A row may have %d characters at most", LONGEST_RECORD));
    }
}
