package cn.quality.standards.quantity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.measure.Unit;
import javax.measure.quantity.Dimensionless;
import org.jspecify.annotations.Nullable;
import systems.uom.ucum.format.UCUMFormat;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;

/** The single units of {@code quantity/units.tsv} by every spelling, each with the prefixes it may have. */
final class UnitTable {

    /** GB 3100: the symbols in upper case before those in lower case, and what is written for them. */
    private static final Map<String, List<String>> PREFIXES = Map.of(
            "G", List.of("G", "吉"),
            "M", List.of("M", "兆"),
            "k", List.of("k", "千"),
            "h", List.of("h", "百"),
            "d", List.of("d", "分"),
            "c", List.of("c", "厘"),
            "m", List.of("m", "毫"),
            // The micro sign and the letter mu are one character here; u stands for it where keyboards lack it.
            "μ", List.of("μ", "u", "微"),
            "n", List.of("n", "纳"),
            "p", List.of("p", "皮"));

    private static final Map<String, Integer> POWERS =
            Map.of("G", 9, "M", 6, "k", 3, "h", 2, "d", -1, "c", -2, "m", -3, "μ", -6, "n", -9, "p", -12);

    private static final Map<String, Single> SINGLES = read();

    /**
     * One unit without a sign around it.
     *
     * @param unit absent for a unit of a logarithmic scale
     */
    record Single(@Nullable Unit<?> unit) {}

    private UnitTable() {}

    static Optional<Single> find(String spelling) {
        return Optional.ofNullable(SINGLES.get(spelling));
    }

    private static Map<String, Single> read() {
        var singles = new HashMap<String, Single>();
        char symbol = '\uE000';
        for (var line : lines()) {
            var cells = line.split("\t", -1);
            var base =
                    switch (cells[0]) {
                        case "log" -> null;
                        case String code when code.startsWith("=") -> own(code.substring(1), symbol++);
                        case String code ->
                            UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE)
                                    .parse(code);
                    };
            for (var spelling : cells[1].split(" ", -1)) {
                enter(singles, spelling, base);
                for (var prefix : cells[2].isEmpty() ? new String[0] : cells[2].split(" ", -1)) {
                    for (var written : PREFIXES.getOrDefault(prefix, List.of())) {
                        if (agree(written, spelling)) {
                            enter(singles, written + spelling, scaled(base, prefix));
                        }
                    }
                }
            }
        }
        return Map.copyOf(singles);
    }

    /** A Chinese prefix stands before a Chinese name, a symbol before a symbol. */
    private static boolean agree(String prefix, String spelling) {
        return Character.isIdeographic(prefix.codePointAt(0)) == Character.isIdeographic(spelling.codePointAt(0));
    }

    private static void enter(Map<String, Single> singles, String spelling, @Nullable Unit<?> unit) {
        if (singles.put(spelling, new Single(unit)) != null) {
            throw new IllegalStateException("units.tsv names " + spelling + " twice");
        }
    }

    private static @Nullable Unit<?> scaled(@Nullable Unit<?> base, String prefix) {
        if (base == null) {
            return null;
        }
        int power = POWERS.getOrDefault(prefix, 0);
        var ten = AbstractUnit.ONE.multiply(10).pow(Math.abs(power));
        return power < 0 ? base.divide(ten) : base.multiply(ten);
    }

    /** A dimension of its own: seven pieces are no seven, and not seven colonies either. */
    private static Unit<?> own(String name, char symbol) {
        return new BaseUnit<Dimensionless>(name, UnitDimension.parse(symbol));
    }

    private static List<String> lines() {
        try (InputStream file = UnitTable.class.getResourceAsStream("/quantity/units.tsv")) {
            if (file == null) {
                throw new IllegalStateException("units.tsv is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
