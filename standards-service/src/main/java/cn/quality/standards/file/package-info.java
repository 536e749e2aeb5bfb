/**
 * Files in the database, found by the SHA-256 of their content. They are written and read in pieces, so that any number of
 * readers of any size needs little memory, and a file that is replaced is another file: nobody reads half of each.
 */
@NullMarked
package cn.quality.standards.file;

import org.jspecify.annotations.NullMarked;
