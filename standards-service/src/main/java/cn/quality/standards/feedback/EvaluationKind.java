package cn.quality.standards.feedback;

/** What was looked at. */
enum EvaluationKind {
    /** 实施效果评价: how it works in use. */
    EVALUATION,
    /** 复审: whether it stands; its clock begins anew. */
    REVIEW
}
