package cn.quality.credit.enterprise;

/** What kind of subject an enterprise is. */
public enum SubjectType {
    LEGAL_PERSON("法人"),
    BRANCH("分支机构"),
    /** Entity and natural person at once, so its address may be a home. */
    SOLE_TRADER("个体工商户"),
    COOPERATIVE("农民专业合作社");

    /** As tables of departments name it. */
    final String label;

    SubjectType(String label) {
        this.label = label;
    }
}
