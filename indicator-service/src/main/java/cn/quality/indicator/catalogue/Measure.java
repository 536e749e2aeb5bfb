package cn.quality.indicator.catalogue;

/** What sort of quantity an indicator is: what may be added up, and what may be shown as what. */
public enum Measure {
    /** 存量: how many there are at the end of the period. */
    STOCK,
    /** 流量: how many came within the period (五年增长 4852 件); never shown as a stock. */
    FLOW,
    /** 率: a numerator over a denominator. */
    RATE,
    /** 指数. */
    INDEX,
    /** A position on an ordered scale, or done and not done. */
    LEVEL;

    /** Parts of a count make the whole; parts of a rate, an index or a level do not. */
    public boolean addsUp() {
        return this == STOCK || this == FLOW;
    }
}
