package cn.quality.credit.listing;

import cn.quality.credit.archive.PenaltyType;
import cn.quality.credit.rules.RulesInForce;
import cn.quality.credit.rules.Severity;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A penalty that the decision behind an entry imposes. One decision may impose several.
 *
 * @param fineYuan amount of a fine
 * @param onPerson whether a responsible person of the enterprise is penalised, not the enterprise itself
 * @param mitigated whether it was imposed with leniency, below the ordinary range (从轻或者减轻)
 * @param severity its class, where it is another than the entry's
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "行政处罚 (a penalty)")
record Penalty(
        @NotNull @Enumerated(EnumType.STRING) PenaltyType type,

        @PositiveOrZero @Digits(integer = 13, fraction = 2) @Schema(examples = "30000") @Nullable
        BigDecimal fineYuan,

        @Schema(description = "处罚的是责任人员而非经营主体 (on a responsible person, not on the enterprise)")
        boolean onPerson,

        @Schema(description = "从轻或者减轻 (imposed with leniency)")
        boolean mitigated,

        @Enumerated(EnumType.STRING)
        @Schema(description = "该项处罚的严重程度，与条目不同时填写 (its class, where it is another than the entry's)")
        @Nullable
        Severity severity) {

    /** Whether the rules of that day say what the minor class is. Before, the provinces said what a low fine is. */
    static boolean isMinorClassDefined(RulesInForce rules, LocalDate day) {
        return rules.has("MINOR_FINE_OPERATOR_UP_TO", day);
    }

    /** The minor class: a warning, criticism, or a low fine imposed with leniency (总局令第107号 art. 7). */
    boolean isMinor(RulesInForce rules, LocalDate day) {
        return switch (type) {
            case WARNING, CRITICISM -> true;
            case FINE -> mitigated && isLow(rules, day);
            case CONFISCATION, SUSPENSION, REVOCATION, LOWERED_GRADE, RESTRICTION, CLOSURE -> false;
        };
    }

    private boolean isLow(RulesInForce rules, LocalDate day) {
        int limit = rules.count(onPerson ? "MINOR_FINE_PERSON_UP_TO" : "MINOR_FINE_OPERATOR_UP_TO", day);
        return fineYuan != null && fineYuan.compareTo(BigDecimal.valueOf(limit)) <= 0;
    }

    /** It takes away a licence, a grade or the business itself (art. 8(5)). */
    boolean isFinal() {
        return switch (type) {
            case REVOCATION, LOWERED_GRADE, CLOSURE -> true;
            case WARNING, CRITICISM, FINE, CONFISCATION, SUSPENSION, RESTRICTION -> false;
        };
    }

    /** It restricts or bans a business or a person for a time (art. 8(4)). */
    boolean isRestriction() {
        return type == PenaltyType.RESTRICTION || type == PenaltyType.SUSPENSION;
    }
}
