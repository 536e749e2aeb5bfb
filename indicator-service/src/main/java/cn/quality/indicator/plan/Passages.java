package cn.quality.indicator.plan;

import java.util.List;
import java.util.stream.IntStream;

/** Passages of a text. */
public final class Passages {

    private Passages() {}

    /** Where the passage begins, each time it occurs. */
    public static List<Integer> positions(String text, String passage) {
        return IntStream.iterate(text.indexOf(passage), at -> at >= 0, at -> text.indexOf(passage, at + 1))
                .boxed()
                .toList();
    }
}
