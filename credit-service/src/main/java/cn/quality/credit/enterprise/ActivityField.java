package cn.quality.credit.enterprise;

/** The fields of activity in which the plan has red and black lists. */
public enum ActivityField {
    INDUSTRIAL_PRODUCTION,
    CIRCULATION,
    CONSTRUCTION,
    SERVICES,
    AGRICULTURE
}
