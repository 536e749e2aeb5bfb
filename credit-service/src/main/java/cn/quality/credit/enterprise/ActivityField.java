package cn.quality.credit.enterprise;

/** The fields of activity in which the plan keeps red and black lists. */
public enum ActivityField {
    INDUSTRIAL_PRODUCTION,
    CIRCULATION,
    CONSTRUCTION,
    SERVICES,
    AGRICULTURE
}
