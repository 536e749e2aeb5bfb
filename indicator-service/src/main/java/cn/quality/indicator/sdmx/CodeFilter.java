package cn.quality.indicator.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A condition on the code of a component, as the parameter {@code c} writes it: a comma means "or", a plus means "and", and an
 * operator may stand before a value.
 */
record CodeFilter(List<List<Test>> anyOf) {

    /** Operators, and how a code is compared with the value behind them. */
    enum Operator {
        EQ(String::equals),
        NE((code, value) -> !code.equals(value)),
        LT((code, value) -> code.compareTo(value) < 0),
        LE((code, value) -> code.compareTo(value) <= 0),
        GT((code, value) -> code.compareTo(value) > 0),
        GE((code, value) -> code.compareTo(value) >= 0),
        CO(String::contains),
        NC((code, value) -> !code.contains(value)),
        SW(String::startsWith),
        EW(String::endsWith);

        private final BiPredicate<String, String> holds;

        Operator(BiPredicate<String, String> holds) {
            this.holds = holds;
        }
    }

    record Test(Operator operator, String value) {

        boolean admits(String code) {
            return operator.holds.test(code, value);
        }
    }

    static CodeFilter parse(String component, String written) {
        var anyOf = new ArrayList<List<Test>>();
        for (var alternative : written.split(",", -1)) {
            var all = new ArrayList<Test>();
            for (var term : alternative.split("\\+", -1)) {
                all.add(test(component, term));
            }
            anyOf.add(all);
        }
        return new CodeFilter(anyOf);
    }

    boolean admits(String code) {
        return anyOf.stream().anyMatch(all -> all.stream().allMatch(test -> test.admits(code)));
    }

    /** The only codes it can admit, where it names them one by one. */
    Optional<Set<String>> named() {
        var codes = new LinkedHashSet<String>();
        for (var all : anyOf) {
            if (all.size() != 1 || all.getFirst().operator() != Operator.EQ) {
                return Optional.empty();
            }
            codes.add(all.getFirst().value());
        }
        return Optional.of(codes);
    }

    private static Test test(String component, String term) {
        int colon = term.indexOf(':');
        var value = term.substring(colon + 1);
        if (value.isEmpty()) {
            throw Refusals.syntax("c[%s] 中缺少值", "A value is missing in c[%s]", component);
        }
        if (colon < 0) {
            return new Test(Operator.EQ, value);
        }
        var name = term.substring(0, colon);
        for (var operator : Operator.values()) {
            if (operator.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new Test(operator, value);
            }
        }
        throw Refusals.syntax("c[%s] 中没有运算符 %s", "There is no operator %2$s, in c[%1$s]", component, name);
    }
}
