package cn.quality.standards.declaration;

/** How a measured value is compared with the promised one. A range is two indicators. */
enum Operator {
    GE("≥"),
    GT(">"),
    LE("≤"),
    LT("<"),
    EQ("=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it is printed. */
    String sign() {
        return sign;
    }
}
