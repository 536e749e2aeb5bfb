package cn.quality.standards.quantity;

import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import systems.uom.ucum.format.UCUMFormat;
import tech.units.indriya.function.RationalNumber;

/** A unit of measurement, however it is spelled. */
public final class MeasureUnit {

    public static final ProblemType UNUSABLE =
            new ProblemType(422, "unusable-unit", Text.of("计量单位不可用", "A unit cannot be used"));

    static final Unit<?> CELSIUS = ucum("Cel");
    static final Unit<?> KELVIN = ucum("K");

    /** More digits a conversion does not have right. */
    static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_EVEN);

    private final Unit<?> unit;

    private MeasureUnit(Unit<?> unit) {
        this.unit = unit;
    }

    private static Unit<?> ucum(String code) {
        return UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(code);
    }

    /** The unit of a spelling; empty for one that is not known, or of a logarithmic scale. */
    static Optional<MeasureUnit> find(String written) {
        var unit = UnitReader.read(written).unit();
        return unit == null ? Optional.empty() : Optional.of(new MeasureUnit(unit));
    }

    /** Notes that a spelling is no unit that figures can be compared in. */
    public static void check(String written, String field, Flaws flaws) {
        var flaw = UnitReader.read(written).flaw();
        if (flaw == UnitReader.Flaw.LOGARITHMIC) {
            flaws.add(
                    UNUSABLE,
                    field,
                    "logarithmic-unit",
                    Text.of(
                            "“%s”是对数单位，不能比较，请改用定性描述",
                            "“%s” is of a logarithmic scale and cannot be compared; state it as a quality", written));
        } else if (flaw == UnitReader.Flaw.UNKNOWN) {
            flaws.add(
                    UNUSABLE,
                    field,
                    "unknown-unit",
                    Text.of(
                            "不能识别计量单位“%s”，如 g/100 g、MPa、mg/(kg·d)",
                            "“%s” is no unit known here; written as g/100 g, MPa, mg/(kg·d)", written));
        }
    }

    /** A value in this unit as one of another, to 15 digits; empty for another kind of quantity. */
    Optional<BigDecimal> convert(BigDecimal value, MeasureUnit into) {
        if (!unit.isCompatible(into.unit)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    exact(unit.getConverterToAny(into.unit).convert(value)).round(PRECISION));
        } catch (IncommensurableException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger whole -> new BigDecimal(whole);
            case RationalNumber fraction ->
                new BigDecimal(fraction.getDividend())
                        .divide(new BigDecimal(fraction.getDivisor()), MathContext.DECIMAL128);
            default -> new BigDecimal(Objects.toString(number));
        };
    }
}
