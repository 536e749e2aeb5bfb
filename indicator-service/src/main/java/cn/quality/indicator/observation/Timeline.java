package cn.quality.indicator.observation;

/** By which of its two times an observation is looked at. */
public enum Timeline {
    /** What the public could see; a draft never shows. */
    PUBLISHED("published_at"),
    /** What was known inside, published or not. */
    RECORDED("recorded_at");

    private final String column;

    Timeline(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
