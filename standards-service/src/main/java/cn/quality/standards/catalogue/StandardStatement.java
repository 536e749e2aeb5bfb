package cn.quality.standards.catalogue;

import cn.quality.standards.number.StandardNumber;
import java.util.Set;

/**
 * Everything that is stated of one standard, checked.
 *
 * @param partial whether it says nothing of what it leaves out, so that what is known of that stays: a foreign catalogue knows
 *     no Chinese titles
 */
public record StandardStatement(StandardNumber number, StandardFacts facts, Set<Relation> relations, boolean partial) {

    StandardStatement(StandardNumber number, StandardFacts facts, Set<Relation> relations) {
        this(number, facts, relations, false);
    }

    /** The same, as what somebody knows who does not know everything. */
    public StandardStatement inPart() {
        return new StandardStatement(number, facts, relations, true);
    }
}
