package cn.quality.indicator.scheme;

/** What is reported for an indicator. */
public enum Quantity {
    /** A number. */
    VALUE("value"),
    /** Numerator and denominator of a percentage. */
    RATE("numerator, denominator"),
    /** How many: items missing, events, items that earn a bonus. */
    COUNT("count"),
    /** The reference of a document. */
    DOCUMENT("document");

    private final String fields;

    Quantity(String fields) {
        this.fields = fields;
    }

    static Quantity of(Measure measure) {
        return measure == Measure.RATE ? RATE : VALUE;
    }

    /** Under which names it is sent. */
    public String fields() {
        return fields;
    }
}
