package cn.quality.indicator.area;

/** What sort of place an area is. */
public enum AreaKind {
    /** 市. */
    CITY,
    /** 区、县. */
    COUNTY,
    /** 功能区: an economic or tourism zone with an administration of its own, but no division of the state. */
    FUNCTION_ZONE
}
