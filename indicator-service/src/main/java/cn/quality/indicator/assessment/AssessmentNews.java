package cn.quality.indicator.assessment;

/** What the other services learn of an act. Nothing of a cycle leaves this service before it is published. */
enum AssessmentNews {
    INTERNAL,
    PUBLISHED,
    CORRECTED
}
