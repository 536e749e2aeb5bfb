package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV file: RFC 4180, in UTF-8 or GB18030. */
final class CsvRows implements TableRows {

    private final CsvRecords records;
    private final TableHeader header;
    private long skipped;

    private CsvRows(CsvRecords records, TableHeader header) {
        this.records = records;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @param known all columns there may be
     * @throws Problem 400 {@code csv-header}, naming the column that is unknown, missing or doubled
     */
    static CsvRows open(InputStream in, List<TableColumn> known) throws IOException {
        var records = new CsvRecords(TextEncoding.reader(in));
        var first = records.next();
        while (first.isPresent() && first.get().cells().stream().allMatch(String::isBlank)) {
            first = records.next();
        }
        if (first.isPresent() && first.get().defect().isPresent()) {
            throw first.get().defect().get();
        }
        return new CsvRows(
                records,
                first.isEmpty() && known.stream().noneMatch(TableColumn::required)
                        ? TableHeader.none()
                        : TableHeader.of(
                                first.map(CsvRecords.CsvRecord::cells).orElse(List.of()),
                                known,
                                Format.CSV.header(),
                                CsvRecords.MALFORMED));
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    /**
     * The next row that says something; none at the end.
     *
     * @throws Problem after which nothing can be read any more: 413 {@code payload-too-large} for a row without end, 400
     *     {@code malformed-csv} naming the line where a quote was opened and not closed, or for an unknown encoding
     */
    @Override
    public Optional<Row> next() {
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            var read = record.get();
            if (read.defect().isPresent()) {
                return Optional.of(TableHeader.broken(read.row(), read.defect().get()));
            }
            var row = header.row(read.row(), TableHeader.written(read.cells()));
            if (row.isPresent()) {
                return row;
            }
            skipped++;
        }
        return Optional.empty();
    }

    @Override
    public long skipped() {
        return skipped;
    }

    /** Nothing of its own is open. */
    @Override
    public void close() {}
}
