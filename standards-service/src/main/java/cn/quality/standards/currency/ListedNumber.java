package cn.quality.standards.currency;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One number of a list, as it was written.
 *
 * @param row of the list, counted from 1, as a spreadsheet shows it
 * @param ref the list's own numbering of its rows
 * @param title of the standard, where the list states it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedNumber(
        long row,
        @Nullable String ref,
        String written,
        @Nullable String title) {}
