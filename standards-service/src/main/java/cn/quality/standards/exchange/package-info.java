/**
 * The catalogue in and out as a whole: imports of tables, of lines and of foreign catalogues, and files that others read.
 *
 * <p>An import states every line as an administrator would one by one, by the same rules and with the same log and events, but
 * some hundreds in one transaction. A line that is wrong is named with its reasons and the others are taken; sent again, lines
 * that state nothing new change nothing, so an import that was cut off is simply sent again.
 *
 * <p>What goes out can come in: the files have the columns and fields of the imports.
 */
@NullMarked
package cn.quality.standards.exchange;

import org.jspecify.annotations.NullMarked;
