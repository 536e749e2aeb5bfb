package cn.quality.platform.tabular;

import cn.quality.platform.http.ForbiddenCharacters;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first line of a table, by which the cells of each row find their columns. */
final class TableHeader {

    /** Begins the first cell of the row that shows how a template is filled in. */
    static final String EXAMPLE = "例：";

    /** Characters of one cell. */
    static final int LONGEST_CELL = 16_384;

    private final List<TableColumn> columns;
    private final ProblemType malformed;

    private TableHeader(List<TableColumn> columns, ProblemType malformed) {
        this.columns = columns;
        this.malformed = malformed;
    }

    /**
     * @param type of the refusal
     * @param malformed of the refusal of a row that has cells behind the last column
     * @throws Problem naming the columns that are unknown, missing or doubled
     */
    static TableHeader of(List<String> cells, List<TableColumn> known, ProblemType type, ProblemType malformed) {
        var byKey = new HashMap<String, TableColumn>();
        known.forEach(column -> column.headers().forEach(header -> byKey.put(TableColumn.key(header), column)));
        var problem = new Problem(
                type,
                Text.of(
                        "第一行应为表头，每列一个列名。可用的列：%s",
                        "The first line names the columns, one each. The columns are %s",
                        known.stream()
                                .map(column -> column.title().equals(column.name())
                                        ? column.name()
                                        : column.title() + "（" + column.name() + "）")
                                .collect(Collectors.joining("、"))));
        var found = new LinkedHashSet<TableColumn>();
        var names = withoutTail(cells);
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var column = byKey.get(TableColumn.key(name));
            if (name.isEmpty()) {
                problem.with(
                        String.valueOf(i + 1), "unnamed-column", Text.of("第%d列没有列名", "Column %d has no name", i + 1));
            } else if (column == null) {
                problem.with(
                        ForbiddenCharacters.escaped(name),
                        "unknown-column",
                        new Text("没有这一列", "There is no such column"));
            } else if (!found.add(column)) {
                problem.with(name, "doubled-column", new Text("列重复", "The column comes twice"));
            }
        }
        known.stream()
                .filter(column -> column.required() && !found.contains(column))
                .forEach(column -> problem.with(
                        column.name(),
                        "missing-column",
                        Text.of("缺少“%s”列", "The column %2$s is missing", column.title(), column.name())));
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
        return new TableHeader(List.copyOf(found), malformed);
    }

    /** A header of nothing: of a file without any line. */
    static TableHeader none() {
        return new TableHeader(List.of(), CsvRecords.MALFORMED);
    }

    private static List<String> withoutTail(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end).stream().map(String::strip).toList();
    }

    List<String> names() {
        return columns.stream().map(TableColumn::name).toList();
    }

    /**
     * The cells of a row by their columns; none for a row that says nothing: an empty one, or the example of a template.
     *
     * @param cells in their order, absent where there is nothing
     */
    Optional<TableRows.Row> row(long line, List<Optional<Cell>> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        if (end == 0
                || cells.getFirst()
                        .filter(first -> first.text().startsWith(EXAMPLE))
                        .isPresent()) {
            return Optional.empty();
        }
        if (end > columns.size()) {
            return Optional.of(broken(
                    line,
                    new Problem(malformed, Text.of("有%d格，表头只有%d列", "%d cells under %d columns", end, columns.size()))));
        }
        var byColumn = new LinkedHashMap<String, Cell>();
        for (int i = 0; i < end; i++) {
            var cell = cells.get(i);
            if (cell.isPresent()) {
                var column = columns.get(i);
                var defect = defect(column, cell.get().text());
                if (defect.isPresent()) {
                    return Optional.of(broken(line, defect.get()));
                }
                byColumn.put(column.name(), cell.get());
            }
        }
        return Optional.of(new TableRows.Row(line, byColumn, Optional.empty()));
    }

    private static Optional<Problem> defect(TableColumn column, String text) {
        if (text.length() > LONGEST_CELL) {
            return Optional.of(new Problem(
                            ProblemTypes.PAYLOAD_TOO_LARGE,
                            Text.of("一格不得超过%d个字符", "A cell may have %d characters at most", LONGEST_CELL))
                    .with(column.name(), "too-long", Text.of("不得超过%d个字符", "%d characters at most", LONGEST_CELL)));
        }
        return ForbiddenCharacters.inLines(column.name(), text).map(ForbiddenCharacters::problem);
    }

    static TableRows.Row broken(long line, Problem defect) {
        return new TableRows.Row(line, Map.of(), Optional.of(defect));
    }

    /** Without surrounding blanks of any width. Control characters stay, to be refused by name. */
    static String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r';
    }

    /** The cells of a record of CSV. */
    static List<Optional<Cell>> written(List<String> cells) {
        var written = new ArrayList<Optional<Cell>>(cells.size());
        for (var cell : cells) {
            var text = strip(cell);
            written.add(text.isEmpty() ? Optional.empty() : Optional.of(Cell.written(CsvTable.unquoted(text))));
        }
        return written;
    }
}
