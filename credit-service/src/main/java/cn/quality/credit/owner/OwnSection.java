package cn.quality.credit.owner;

/** Parts of the file, in its order. */
enum OwnSection {
    ENTERPRISE,
    NAME,
    RECORD,
    LISTING,
    STANDARD
}
