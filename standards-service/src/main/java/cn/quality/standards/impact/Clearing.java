package cn.quality.standards.impact;

/** How a notice came to its end. */
enum Clearing {
    /** The declaration does not follow that standard any more. */
    UPDATED,
    /** The declaration is not public any more. */
    DECLARATION_ENDED,
    /** The standard means something else now: in force after a correction, or ended where it was replaced in part before. */
    NO_LONGER_DUE
}
