package cn.quality.standards.impact;

/** What the legal state of a standard means for those who follow it. */
enum Effect {
    /** In force. */
    NONE,
    /** Replaced in part: it stays in force, and those who follow it should see whether the part concerns them. */
    HINT,
    /** It has ended, and a declaration that follows it is to be updated (企业标准化促进办法 art. 15: 及时更新). */
    OVERDUE
}
