package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a table whose first line names its columns, read one at a time. Cells are stripped, and an empty cell is no
 * cell. Rows that say nothing are skipped: those without a cell, which spreadsheets leave behind, and the example of a
 * template.
 */
public interface TableRows extends AutoCloseable {

    /** What XLSX is called over HTTP. */
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * @param line of the file where the row begins, counted from 1; the number a spreadsheet shows beside the row
     * @param cells by the name of their column
     * @param defect why this row is to be refused; the rows after it can be read all the same
     */
    record Row(long line, Map<String, Cell> cells, Optional<Problem> defect) {}

    /** Names of the columns in the order of the file; none when there is nothing in it. */
    List<String> columns();

    /**
     * The next row that says something; none at the end.
     *
     * @throws Problem after which nothing can be read any more
     */
    Optional<Row> next();

    /** Rows that were skipped so far because they say nothing. */
    long skipped();

    /** Gives back what was made to read the file; the stream stays open. */
    @Override
    void close() throws IOException;

    /** What a file is, as its sender says. */
    enum Format {
        CSV(CsvTable.MEDIA_TYPE, "csv-header", new Text("CSV 表头不符合要求", "Unsuitable CSV header")),
        XLSX(TableRows.XLSX, "xlsx-header", new Text("XLSX 表头不符合要求", "Unsuitable XLSX header"));

        private final MediaType mediaType;
        private final ProblemType header;

        Format(String mediaType, String header, Text title) {
            this.mediaType = MediaType.valueOf(mediaType);
            this.header = new ProblemType(400, header, title);
        }

        /** Of a refusal for columns that are unknown, missing or doubled. */
        public ProblemType header() {
            return header;
        }

        public static Optional<Format> of(MediaType type) {
            return Arrays.stream(values())
                    .filter(format -> format.mediaType.isCompatible(type))
                    .findFirst();
        }
    }

    /**
     * Reads the header.
     *
     * @throws Problem 400 naming the column that is unknown, missing or doubled, or why this is no such file
     */
    static TableRows open(Format format, InputStream in, List<TableColumn> columns) throws IOException {
        return format == Format.XLSX ? XlsxRows.open(in, columns) : CsvRows.open(in, columns);
    }
}
