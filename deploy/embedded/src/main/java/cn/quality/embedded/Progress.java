package cn.quality.embedded;

/** Hears, in a few words each, what a start is doing; the caller decides how to show it. */
@FunctionalInterface
public interface Progress {

    void step(String what);

    static Progress silent() {
        return what -> {};
    }
}
