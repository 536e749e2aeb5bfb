package cn.quality.indicator;

import cn.quality.platform.transition.Labelled;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.Collection;
import java.util.function.Function;

/**
 * A page of the docs about the life of something, drawn from its table.
 *
 * @param title and what to know before
 * @param by who may do the act of a row
 * @param event what becomes known of it outside
 * @param requires what else it asks for
 */
public record StatesPage<R>(
        String title, Function<R, String> by, Function<R, String> event, Function<R, String> requires) {

    /** @param ends states that nothing leads out of */
    public static <S extends Enum<S> & Labelled, A extends Enum<A> & Labelled, P, D, E> String drawn(
            TransitionTable<S, A, P, D, E> table, Collection<S> ends, StatesPage<Transition<S, A, P, D, E>> page) {
        var text = new StringBuilder(page.title())
                .append("\n```mermaid\n")
                .append(table.mermaid(ends))
                .append("""
                ```

                | From | Act | To | By | Event | Requires |
                |---|---|---|---|---|---|
                """);
        for (var row : table.rows()) {
            text.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            row.from().map(StatesPage::named).orElse("—"),
                            named(row.act()),
                            named(row.to()),
                            page.by().apply(row),
                            page.event().apply(row),
                            page.requires().apply(row)));
        }
        return text.toString();
    }

    private static <T extends Enum<T> & Labelled> String named(T value) {
        return value + " " + value.zh();
    }
}
