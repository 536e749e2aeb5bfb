package cn.quality.standards.check;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check comes to, the first that applies. */
@Schema(name = "CheckVerdict")
enum Verdict {
    /** No standard of this number is in the catalogue. */
    UNKNOWN_NUMBER,
    /** Known, and not in force today. */
    NOT_IN_FORCE,
    /** This seller has no public declaration of the standard, nor one that follows it. */
    NOT_DECLARED,
    /** It has one, for other products. */
    OTHER_PRODUCT,
    /** It has one, for this product, or no product was asked about. */
    DECLARED
}
