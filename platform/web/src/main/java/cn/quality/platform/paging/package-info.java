/**
 * Keyset paging: a cursor names the last row seen, so a page costs the same at the end of a list as at its start and
 * nothing is skipped or shown twice while rows are being added.
 */
@NullMarked
package cn.quality.platform.paging;

import org.jspecify.annotations.NullMarked;
