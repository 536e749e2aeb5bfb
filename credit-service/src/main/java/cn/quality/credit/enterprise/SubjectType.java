package cn.quality.credit.enterprise;

/** What kind of subject an enterprise is. */
public enum SubjectType {
    LEGAL_PERSON,
    BRANCH,
    /** 个体工商户: entity and natural person at once, so its address may be a home. */
    SOLE_TRADER,
    COOPERATIVE
}
