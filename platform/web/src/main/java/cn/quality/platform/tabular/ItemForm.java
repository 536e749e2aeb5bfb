package cn.quality.platform.tabular;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the items of a file look like, as lines of JSON and as rows of a table.
 *
 * @param type an item as JSON holds it
 * @param columns all columns a table may have
 * @param ofCells an item as JSON, made of the cells of a row by column
 */
public record ItemForm<T>(Class<T> type, List<TableColumn> columns, Function<Map<String, Cell>, ObjectNode> ofCells) {

    /** A form whose rows all have the same columns. */
    public ItemForm(Class<T> type, List<TableColumn> columns) {
        this(type, columns, cells -> fields(columns, cells));
    }

    /**
     * Cells as fields: {@code source.department} lies within {@code source}.
     *
     * @throws Problem 400 {@code invalid-argument} for each cell that says nothing its column takes, with what is accepted
     */
    public static ObjectNode fields(List<TableColumn> columns, Map<String, Cell> cells) {
        var item = JsonNodeFactory.instance.objectNode();
        var problem = new Problem(
                ProblemTypes.INVALID_ARGUMENT, new Text("部分单元格不符合要求", "Some cells do not meet their rules"));
        for (var column : columns) {
            var cell = cells.get(column.name());
            if (cell != null) {
                int dot = column.name().indexOf('.');
                var within =
                        dot < 0 ? item : item.withObjectProperty(column.name().substring(0, dot));
                column.read(cell)
                        .ifPresentOrElse(
                                value -> within.set(column.name().substring(dot + 1), value),
                                () -> problem.with(column.name(), "unsuitable", column.accepted()));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
        return item;
    }
}
