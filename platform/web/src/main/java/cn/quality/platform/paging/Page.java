package cn.quality.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after this one; absent on the last page
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    /**
     * Cuts a page from rows fetched with {@link PageRequest#fetch()}.
     *
     * @param cursor the sort keys of a row
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> cursor) {
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), null);
        }
        var shown = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(shown, cursor.apply(shown.getLast()).encode());
    }

    /** Hands over all rows of a list, page by page, so that only one page is in memory at a time. */
    public static <T> void forEachRow(Function<PageRequest, Page<T>> list, Consumer<? super T> rows) {
        @Nullable String after = null;
        do {
            var page = list.apply(new PageRequest(after, PageRequest.MOST));
            page.items().forEach(rows);
            after = page.next();
        } while (after != null);
    }

    /** The same page with each row in another form. */
    public <R> Page<R> map(Function<? super T, ? extends R> form) {
        return new Page<>(items.stream().<R>map(form).toList(), next);
    }
}
