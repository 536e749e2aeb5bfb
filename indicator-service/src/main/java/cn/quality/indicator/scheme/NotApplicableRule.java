package cn.quality.indicator.scheme;

/**
 * Who gets the weight of an indicator that does not apply to an area: a district without farmland is not assessed on farm
 * products. What was not reported is another matter: it keeps its weight and scores nothing.
 */
public enum NotApplicableRule {
    /** The others of the same group, by weight; a group with none left passes its weight on to its own neighbours likewise. */
    WITHIN_GROUP,
    /** All others of the sheet, by weight. */
    ACROSS_SHEET
}
