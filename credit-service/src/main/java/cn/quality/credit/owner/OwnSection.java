package cn.quality.credit.owner;

/** Parts of the file, in its order. */
enum OwnSection {
    ENTERPRISE,
    NAME,
    REGION,
    PARTICULARS,
    RECORD,
    LISTING,
    STANDARD
}
