package cn.quality.credit.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the items of a batch look like.
 *
 * @param type an item as JSON holds it
 * @param columns all columns a CSV file may have
 * @param required those it must have
 * @param ofCells an item as JSON, made of the cells of a row; a column whose cell is empty is absent
 */
public record BatchForm<T>(
        Class<T> type, Set<String> columns, Set<String> required, Function<Map<String, String>, ObjectNode> ofCells) {

    private static final Pattern SEMICOLON = Pattern.compile("\\s*[;；]\\s*");

    /** Cells as fields: {@code source.department} lies within {@code source}, and columns named lists are parted by semicolons. */
    public static ObjectNode fields(Map<String, String> cells, Set<String> lists) {
        var item = JsonNodeFactory.instance.objectNode();
        cells.forEach((column, cell) -> {
            int dot = column.indexOf('.');
            var within = dot < 0 ? item : item.withObjectProperty(column.substring(0, dot));
            if (lists.contains(column)) {
                SEMICOLON.splitAsStream(cell).forEach(within.putArray(column)::add);
            } else {
                within.put(column.substring(dot + 1), cell);
            }
        });
        return item;
    }
}
