package cn.quality.credit.archive;

/** What a record is about. */
public enum RecordKind {
    REGISTRATION,
    SAMPLING_RESULT,
    PENALTY,
    CERTIFICATION,
    PERMIT,
    HONOUR,
    COMMITMENT,
    CHIEF_QUALITY_OFFICER,
    ANNUAL_REPORT,
    COMPLAINT,
    RECALL,
    MAJOR_ACCIDENT,
    PRODUCT_INJURY,
    CONSTRUCTION_QUALITY,
    STANDARDS_CONDUCT,
    LIST_ENTRY,
    MEASURE_FEEDBACK
}
