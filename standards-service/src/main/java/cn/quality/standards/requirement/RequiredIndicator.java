package cn.quality.standards.requirement;

import cn.quality.standards.input.Flaws;
import cn.quality.standards.quantity.Conditioned;
import cn.quality.standards.quantity.Demand;
import cn.quality.standards.quantity.DemandCase;
import cn.quality.standards.quantity.Operator;
import cn.quality.standards.quantity.StatedIndicator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one clause demands of one characteristic; the same in a request, on file and in an answer.
 *
 * @param clause with the table, as printed
 * @param testMethod absent where the clause cites none
 */
@Schema(name = "RequiredIndicator")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequiredIndicator(
        @Schema(required = true, examples = "protein") @Nullable
        String characteristic,

        @Schema(required = true, examples = "4.3 表2") @Nullable
        String clause,

        @Schema(required = true) @Nullable Operator operator,

        @Schema(examples = "15.0") @Nullable BigDecimal value,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal plus,
        @Nullable BigDecimal minus,
        @Schema(examples = "g/100 g") @Nullable String unit,
        @Nullable String grade,
        @Nullable String text,
        @Nullable List<@Nullable DemandCase> cases,
        @Schema(examples = "GB 5009.5") @Nullable String testMethod,
        @Nullable String condition)
        implements StatedIndicator {

    private static final int LONGEST_TEXT = 200;

    void check(String field, Flaws flaws) {
        flaws.text(characteristic, field + "characteristic", LONGEST_TEXT);
        flaws.text(clause, field + "clause", LONGEST_TEXT);
        flaws.optionalText(testMethod, field + "testMethod", LONGEST_TEXT);
        Conditioned.of(this, field, flaws);
    }

    /** What it demands, one by one; it has been checked. */
    List<Conditioned> demands() {
        return Conditioned.of(this, "", new Flaws());
    }

    /** Every grade it names. */
    Stream<String> grades() {
        return demands().stream().map(Conditioned::demand).map(Demand::grade).flatMap(Stream::ofNullable);
    }

    boolean demands(Characteristic wanted) {
        return wanted.code().equals(characteristic);
    }
}
