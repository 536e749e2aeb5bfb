package cn.quality.platform.act;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of thing that acts are done to, as far as the course of an act has to know it.
 *
 * @param type its name in the decision log, for example {@code listing}
 * @param id what a request that comes again under the same key is answered with
 * @param logId its identifier in the decision log: the one that people use
 * @param version the one that {@code If-Match} names
 * @param view its state as the decision log digests it
 */
public record ActSubject<T>(
        String type, Function<T, UUID> id, Function<T, String> logId, ToLongFunction<T> version, Function<T, ?> view) {

    /** Of a subject that the decision log knows by its id too. */
    public static <T> ActSubject<T> of(
            String type, Function<T, UUID> id, ToLongFunction<T> version, Function<T, ?> view) {
        return new ActSubject<>(type, id, subject -> id.apply(subject).toString(), version, view);
    }
}
