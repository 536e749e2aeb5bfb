package cn.quality.indicator.catalogue;

import java.math.BigDecimal;

/** How exactly the plan gave a figure: 63家, 98%以上, 45000多家. */
public enum Qualifier {
    EQ,
    GE,
    GT,
    LE,
    LT;

    /** Whether a value is what a figure with this qualifier says; compared unrounded. */
    public boolean admits(BigDecimal value, BigDecimal figure) {
        int order = value.compareTo(figure);
        return switch (this) {
            case EQ -> order == 0;
            case GE -> order >= 0;
            case GT -> order > 0;
            case LE -> order <= 0;
            case LT -> order < 0;
        };
    }
}
