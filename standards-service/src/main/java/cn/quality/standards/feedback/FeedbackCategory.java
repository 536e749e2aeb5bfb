package cn.quality.standards.feedback;

/** What is wrong with a standard. */
enum FeedbackCategory {
    /** 内容有误. */
    ERROR,
    /** 技术落后、不适应发展. */
    OUTDATED,
    /** 与其他标准或法规不协调. */
    CONFLICT,
    /** 难以实施. */
    HARD_TO_APPLY,
    /** 缺少所需的规定. */
    MISSING,
    OTHER
}
