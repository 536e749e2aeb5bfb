package cn.quality.credit.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The periods and flags that are law between two days. A case is judged by the pack in force on its relevant date.
 *
 * @param effectiveTo first day on which it is no longer in force
 * @param transitions which pack governs cases begun before this one came into force, by kind of case
 */
@Schema(description = "规则包：某一时期内有效的期限与标志 (terms and flags in force for a period)")
public record RulePack(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{1,59}") @Schema(examples = "credit-2025-12-25")
        String id,

        @NotBlank @Size(max = 200) String title,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @NotBlank @Size(max = 500) String source,
        @NotNull Certainty certainty,
        @NotEmpty List<@Valid @NotNull Rule> rules,

        @Schema(description = "对本包生效前已经开始的案件的过渡规则 (what becomes of cases begun before)")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        List<@Valid @NotNull Transition> transitions)
        implements ReferenceItem {

    /** What a value counts; days, months and years are those of the calendar unless they are working days. */
    @Schema(name = "RuleUnit")
    public enum Unit {
        HOURS,
        WORKING_DAYS,
        DAYS,
        MONTHS,
        YEARS,
        FLAG,
        COUNT
    }

    /**
     * One value with its source.
     *
     * @param value a whole number in the unit; for a flag 1 is yes and 0 is no
     */
    @Schema(name = "Rule")
    public record Rule(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}") @Schema(examples = "REPAIR_DECISION")
            String code,

            @NotNull @Min(0) @Schema(examples = "7") Integer value,

            @NotNull Unit unit,
            @NotBlank @Size(max = 500) String source,
            @NotNull Certainty certainty,
            @Size(max = 500) @Nullable String note) {}

    /** Kinds of case for which a change of the law may say different things. */
    @Schema(name = "TransitionCases")
    public enum Cases {
        COMPLAINT,
        LISTING
    }

    /** Under which pack a case ends that began before this one. */
    @Schema(name = "TransitionLaw")
    public enum Law {
        /** The one it began under. */
        FORMER,
        /** This one. */
        THIS
    }

    /**
     * The rule of transition for one kind of case. Where the law names none, this is the office's reading, and its certainty
     * says so.
     */
    @Schema(name = "RuleTransition")
    public record Transition(
            @NotNull Cases cases,
            @NotNull Law law,
            @NotBlank @Size(max = 500) String source,
            @NotNull Certainty certainty) {}

    /** A pack that is silent leaves a case where it began, and nobody has confirmed that. */
    Transition transition(Cases cases) {
        return (transitions == null ? List.<Transition>of() : transitions)
                .stream()
                        .filter(one -> one.cases() == cases)
                        .findFirst()
                        .orElseGet(() -> new Transition(cases, Law.FORMER, "", Certainty.U));
    }

    Optional<Rule> rule(String code) {
        return rules.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    public String key() {
        return id;
    }

    boolean isInForceOn(LocalDate day) {
        return new Validity(effectiveFrom, effectiveTo).includes(day);
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "effectiveFrom 应早于 effectiveTo (effectiveFrom must be before effectiveTo)")
    boolean isValidityOrdered() {
        return new Validity(effectiveFrom, effectiveTo).isOrdered();
    }
}
