package cn.quality.indicator.observation;

import cn.quality.platform.problem.Text;

/** How often a figure is reported; the constants are codes of SDMX. */
public enum Frequency {
    A(12, new Text("年", "annual")),
    S(6, new Text("半年", "half-yearly")),
    Q(3, new Text("季", "quarterly")),
    M(1, new Text("月", "monthly"));

    private final int months;
    private final Text label;

    Frequency(int months, Text label) {
        this.months = months;
        this.label = label;
    }

    /** Length of a period. */
    public int months() {
        return months;
    }

    public Text label() {
        return label;
    }
}
