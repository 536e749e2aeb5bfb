package cn.quality.standards.catalogue;

/** How a standard was replaced, read from the whole graph and not from one statement. */
public enum Succession {
    /** 完全代替: one by one. */
    COMPLETE,
    /** 部分代替: nothing but parts of it; it stays in force. */
    PARTIAL,
    /** One by several. */
    SPLIT,
    /** Several by one. */
    MERGED
}
