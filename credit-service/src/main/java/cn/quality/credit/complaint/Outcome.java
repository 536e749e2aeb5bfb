package cn.quality.credit.complaint;

/** How a complaint ended. */
enum Outcome {
    SUBSTANTIATED,
    UNSUBSTANTIATED,
    SETTLED,
    UNSETTLED,
    NOT_ACCEPTED,
    WITHDRAWN
}
