/**
 * Tables as files: what departments send and what other systems take away, row by row in bounded memory.
 *
 * <p>A CSV file is opened by people in a spreadsheet, which runs a cell that looks like a formula. {@link
 * cn.quality.platform.tabular.CsvTable} therefore never writes such a cell as it stands. A file that comes in is untrusted:
 * {@link cn.quality.platform.tabular.TableRows} bounds cells and rows, and names the line that is wrong. What its columns are
 * and may say is a {@link cn.quality.platform.tabular.TableColumn}; what a spreadsheet makes of a date, a figure or a yes,
 * {@link cn.quality.platform.tabular.Cell} knows.
 */
@NullMarked
package cn.quality.platform.tabular;

import org.jspecify.annotations.NullMarked;
