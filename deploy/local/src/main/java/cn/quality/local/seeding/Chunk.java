package cn.quality.local.seeding;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Some enterprises that are sent together with their records.
 *
 * @param first index of the first, counted from 0
 * @param end index behind the last
 */
record Chunk(long first, long end) {

    /** Lines a call carries: a batch the service stores in one transaction. */
    private static final int SIZE = 500;

    static Stream<Chunk> upTo(long scale) {
        return LongStream.iterate(0, first -> first < scale, first -> first + SIZE)
                .mapToObj(first -> new Chunk(first, Math.min(first + SIZE, scale)));
    }

    int size() {
        return Math.toIntExact(end - first);
    }
}
