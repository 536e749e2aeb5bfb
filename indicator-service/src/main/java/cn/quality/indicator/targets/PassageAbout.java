package cn.quality.indicator.targets;

/** Which part of a target a passage gives. */
public enum PassageAbout {
    BASELINE,
    TARGET
}
