package cn.quality.standards.impact;

/** What depends on a standard, in the order of the list. */
enum DependantKind {
    STANDARD,
    DECLARATION,
    PRODUCT,
    ENTERPRISE
}
