package cn.quality.platform.tabular;

import java.util.function.Consumer;

/**
 * A whole list as a file: CSV or NDJSON, as the client accepts.
 *
 * @param name what a browser saves it as, without the ending, in ASCII
 * @param table its columns as CSV; a line of NDJSON is the row as JSON
 * @param rows calls what it is given with each row
 */
public record ListFile<T>(String name, CsvTable<T> table, Consumer<Consumer<? super T>> rows) {}
