package cn.quality.indicator.assessment;

/** What an evaluation made of a row of the sheet. */
enum NodeState {
    EVALUATED,
    /** Nothing was reported: it keeps its weight, scores nothing, and is named. */
    NOT_REPORTED,
    /** It does not concern the area: its weight goes to the others. */
    NOT_APPLICABLE
}
