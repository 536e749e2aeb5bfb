package cn.quality.platform.transition;

import java.util.Locale;

/** A state or an act, with the words for it; an enum has the rest. */
public interface Labelled {

    String name();

    String zh();

    default String en() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Of an act: whether an office does it. Who is no official is not shown what officials could do. */
    default boolean isOfficial() {
        return true;
    }
}
