package cn.quality.credit.listing;

import cn.quality.credit.rules.LegalBasis;

/** Which of the two lists. */
public enum ListKind {
    /** 红榜 */
    RED(LegalBasis.Use.RED),
    /** 黑榜 */
    BLACK(LegalBasis.Use.BLACK);

    private final LegalBasis.Use use;

    ListKind(LegalBasis.Use use) {
        this.use = use;
    }

    /** What a legal basis must support to carry such an entry. */
    LegalBasis.Use use() {
        return use;
    }
}
