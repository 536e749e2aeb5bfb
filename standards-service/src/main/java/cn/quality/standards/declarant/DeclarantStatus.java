package cn.quality.standards.declarant;

/** Whether the enterprise exists. */
public enum DeclarantStatus {
    ACTIVE,
    CLOSED
}
