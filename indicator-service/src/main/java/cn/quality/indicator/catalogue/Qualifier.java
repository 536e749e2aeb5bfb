package cn.quality.indicator.catalogue;

/** How exactly the plan gave a figure: 63家, 98%以上, 45000多家. */
public enum Qualifier {
    EQ,
    GE,
    GT
}
