package cn.quality.standards.quantity;

import java.util.Set;

/** How a measured value is compared with the demanded one, and which operands say so. */
public enum Operator {
    /** At least. */
    GE("≥", Operand.VALUE),
    GT(">", Operand.VALUE),
    /** At most. */
    LE("≤", Operand.VALUE),
    LT("<", Operand.VALUE),
    EQ("=", Operand.VALUE),
    /** Between two values, both included. */
    RANGE("~", Operand.MIN, Operand.MAX),
    /** A value and how far one may be off. */
    TOLERANCE("±", Operand.VALUE, Operand.PLUS),
    /** At least this grade of an ordered scale. */
    GRADE("≥", Operand.GRADE),
    /** A quality in words. */
    QUALITATIVE("", Operand.TEXT),
    /** One of the others for each of several conditions, as a table in a standard has it. */
    BY_CONDITION("", Operand.CASES);

    /** Fields of a demand. */
    enum Operand {
        VALUE,
        MIN,
        MAX,
        PLUS,
        GRADE,
        TEXT,
        CASES
    }

    private final String sign;
    private final Set<Operand> operands;

    Operator(String sign, Operand... operands) {
        this.sign = sign;
        this.operands = Set.of(operands);
    }

    /** As it is printed. */
    public String sign() {
        return sign;
    }

    boolean needs(Operand operand) {
        return operands.contains(operand);
    }

    /** Whether it compares figures, which may have a unit. */
    boolean isNumeric() {
        return needs(Operand.VALUE) || needs(Operand.MIN);
    }
}
