package cn.quality.platform.transition;

/** A state or an act, with the word for it in Chinese; an enum has the rest. */
public interface Labelled {

    String name();

    String zh();
}
