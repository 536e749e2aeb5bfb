package cn.quality.standards.declaration;

import cn.quality.standards.input.Flaws;
import cn.quality.standards.quantity.Conditioned;
import cn.quality.standards.quantity.DemandCase;
import cn.quality.standards.quantity.Operator;
import cn.quality.standards.quantity.StatedIndicator;
import cn.quality.standards.requirement.DeclaredValue;
import cn.quality.standards.requirement.TestMethod;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise about function or performance, such as "protein ≥ 12.50 g/100 g, tested after GB 5009.5". Figures have as many
 * decimals as were declared; 12.50 promises more than 12.5.
 *
 * @param unit absent for a mere number
 * @param testMethod 企业标准化促进办法 art. 12: never absent
 * @param ownMethodReason why the method is the enterprise's own
 * @param condition under which it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Indicator(
        String name,
        Operator operator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal plus,
        @Nullable BigDecimal minus,
        @Nullable String unit,
        @Nullable String grade,
        @Nullable String text,
        @Nullable List<@Nullable DemandCase> cases,
        String testMethod,
        @Nullable String ownMethodReason,
        @Nullable String condition)
        implements StatedIndicator {

    TestMethod method() {
        return new TestMethod(testMethod);
    }

    /** As it is held against recommended standards; it has been checked. */
    DeclaredValue declaredAt(int position) {
        return new DeclaredValue("indicators[" + position + "]", name, method(), Conditioned.of(this, "", new Flaws()));
    }
}
