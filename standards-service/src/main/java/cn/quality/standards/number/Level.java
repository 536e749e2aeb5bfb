package cn.quality.standards.number;

/** The five levels of 标准化法 2017 art. 2, and the international standards that national ones adopt. */
public enum Level {
    NATIONAL,
    INDUSTRY,
    LOCAL,
    GROUP,
    ENTERPRISE,
    INTERNATIONAL
}
