package cn.quality.standards.declaration;

import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.requirement.Shortfall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is declared, of right form but not yet held against the catalogue.
 *
 * @param executes followed standards by the field that named them, each once, in the order given; undated ones stay so
 * @param details without shortfalls until {@link DeclarationChecks} has found them
 * @param lowerStatement what is fewer or lower than the recommended standard (企业标准化促进办法 art. 14)
 */
record DeclaredContent(
        StandardNumber number,
        String title,
        Map<String, StandardNumber> executes,
        List<Product> products,
        Details details,
        Optional<String> lowerStatement) {

    /** An enterprise standard is the declarant's own; all others are somebody else's that it follows. */
    boolean ownStandard() {
        return number.level() == Level.ENTERPRISE;
    }

    /** Every number that has to be in the catalogue and in force, by the field that named it. */
    Map<String, StandardNumber> toBeInForce() {
        var numbers = new LinkedHashMap<String, StandardNumber>();
        if (!ownStandard()) {
            numbers.put("standard.number", number);
        }
        executes.forEach((field, executed) -> {
            if (!executed.equals(number)) {
                numbers.put(field, executed);
            }
        });
        return numbers;
    }

    /** Whether it names a standard, in whatever edition. */
    boolean names(StandardNumber wanted) {
        return number.family().equals(wanted.family())
                || executes.values().stream()
                        .anyMatch(executed -> executed.family().equals(wanted.family()));
    }

    DeclaredContent titled(String official) {
        return new DeclaredContent(number, official, executes, products, details, lowerStatement);
    }

    DeclaredContent with(List<Shortfall> shortfalls) {
        var found = new Details(
                details.indicators(), shortfalls, details.producers(), details.jointlyWith(), details.qrStem());
        return new DeclaredContent(number, title, executes, products, found, lowerStatement);
    }
}
