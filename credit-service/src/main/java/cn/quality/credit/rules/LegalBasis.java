package cn.quality.credit.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A law, regulation or policy on which a list entry or an archive record can rest.
 *
 * @param supports what may be founded on it
 * @param severities classes of misconduct that a black entry founded on it can have; without any the document does not say
 * @param effectiveTo first day on which it is no longer in force
 */
@Schema(description = "设列依据 (legal basis of a list entry)")
public record LegalBasis(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,39}") @Schema(examples = "SAMR-44")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "市场监督管理严重违法失信名单管理办法")
        String title,

        @Size(max = 100) @Nullable String article,

        @NotBlank @Size(max = 100) @Schema(examples = "国家市场监督管理总局")
        String issuer,

        @Size(max = 100) @Schema(examples = "国家市场监督管理总局令第44号") @Nullable
        String documentNumber,

        @NotNull Level level,

        @NotNull Set<@NotNull Use> supports,

        @Schema(description = "黑榜条目可以有的严重程度，未设则不限 (classes that a black entry founded on it can have)") @Nullable
        Set<@NotNull Severity> severities,

        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @NotNull Certainty certainty,

        @NotBlank @Size(max = 500) String source)
        implements ReferenceItem {

    /** Rank of the document. */
    @Schema(name = "LegalBasisLevel")
    public enum Level {
        LAW,
        REGULATION,
        CENTRAL_POLICY,
        DEPARTMENT_RULE,
        LOCAL_REGULATION,
        LOCAL_POLICY
    }

    /** What can be founded on a document. */
    @Schema(name = "LegalBasisUse")
    public enum Use {
        BLACK,
        RED,
        RECORD
    }

    @Override
    public String key() {
        return code;
    }

    public boolean isInForceOn(LocalDate day) {
        return new Validity(effectiveFrom, effectiveTo).includes(day);
    }

    /**
     * Whether an entry of this kind may be founded on it. A city may not invent its own blacklist: an adverse list needs
     * more than a local policy behind it, whatever the catalogue says (国办发〔2020〕49号).
     */
    public boolean supports(Use use) {
        return supports.contains(use) && !(use == Use.BLACK && level == Level.LOCAL_POLICY);
    }

    /** Whether a black entry founded on it can be of this class. The list of Order 44 holds serious cases and no others. */
    public boolean carries(Severity severity) {
        return severities == null || severities.isEmpty() || severities.contains(severity);
    }

    /** Whether it carries serious cases alone, as the list of Order 44 does. */
    public boolean carriesSeriousOnly() {
        return Set.of(Severity.SERIOUS).equals(severities);
    }

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "effectiveFrom 应早于 effectiveTo (effectiveFrom must be before effectiveTo)")
    boolean isValidityOrdered() {
        return new Validity(effectiveFrom, effectiveTo).isOrdered();
    }
}
