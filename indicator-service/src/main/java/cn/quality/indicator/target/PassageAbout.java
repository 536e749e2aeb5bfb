package cn.quality.indicator.target;

/** Which part of a target a passage gives. */
public enum PassageAbout {
    BASELINE,
    TARGET
}
