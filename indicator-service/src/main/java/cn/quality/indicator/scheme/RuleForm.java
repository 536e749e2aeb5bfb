package cn.quality.indicator.scheme;

/** The seven forms a scoring rule can have (打分方法). */
public enum RuleForm {
    /** In proportion between the baseline (nothing) and the target (everything). */
    LINEAR,
    /** Everything from one limit on, half from another on, otherwise nothing. */
    ALL_HALF_NONE,
    /** Everything or nothing: whether a limit is kept. */
    THRESHOLD,
    /** So many points less for each missing item. */
    DEDUCTION,
    /** Everything or nothing: whether there is a document. */
    DOCUMENT,
    /** 一票否决: one event decides the grade, whatever the score. */
    VETO,
    /** So many points on top for each item, up to a cap. */
    BONUS
}
