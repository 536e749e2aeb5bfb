package cn.quality.indicator.assessment;

/** At which step of a cycle an entry was made. */
enum Stage {
    SELF_EVALUATION,
    ON_SITE_CHECK,
    APPEAL,
    CORRECTION
}
