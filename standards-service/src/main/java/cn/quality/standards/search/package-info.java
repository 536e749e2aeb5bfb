/**
 * Finding by fragment: two characters of a Chinese title or a piece of a number. A text is stored normalised, with the
 * array of its two-character grams under a GIN index; a query is cut alike, the index gives candidates and a comparison
 * of the text removes the false ones. A trigram index could not serve two characters.
 */
@NullMarked
package cn.quality.standards.search;

import org.jspecify.annotations.NullMarked;
