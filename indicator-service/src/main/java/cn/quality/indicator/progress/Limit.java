package cn.quality.indicator.progress;

import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Qualifier;
import java.math.BigDecimal;

/** What keeps a promise in figures; compared unrounded. */
public record Limit(Qualifier qualifier, BigDecimal value) {

    /** As the direction and the plan's own wording say: 45000多 is not kept by 45000. */
    static Limit of(Direction direction, Qualifier written, BigDecimal value) {
        return new Limit(
                switch (direction) {
                    case AT_LEAST -> written == Qualifier.GT ? Qualifier.GT : Qualifier.GE;
                    case AT_MOST -> written == Qualifier.LT ? Qualifier.LT : Qualifier.LE;
                    case EXACTLY, NONE -> Qualifier.EQ;
                },
                value);
    }

    public boolean isKeptBy(BigDecimal actual) {
        return qualifier.admits(actual, value);
    }

    /** The other way to read the same words: whether the figure itself is enough. */
    Limit readOtherwise() {
        return new Limit(
                switch (qualifier) {
                    case GE -> Qualifier.GT;
                    case GT -> Qualifier.GE;
                    case LE -> Qualifier.LT;
                    case LT -> Qualifier.LE;
                    case EQ -> Qualifier.EQ;
                },
                value);
    }
}
