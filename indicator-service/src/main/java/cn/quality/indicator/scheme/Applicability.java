package cn.quality.indicator.scheme;

/** Whether an indicator concerns every area. */
public enum Applicability {
    EVERYWHERE,
    /** An area may say, with its reason, that it does not apply to it. */
    WHERE_APPLICABLE
}
