package cn.quality.indicator.scheme;

import cn.quality.indicator.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A scheme as it is sent.
 *
 * @param basis the document it is taken from
 * @param source where that was read, and what in it is the city's own
 * @param firstYear the first assessment year it is for, by the year it begins in
 * @param decimals of a score
 * @param yearBegins month and day on which an assessment year begins
 * @param targetsDue until when targets are filed: the last such day before the year begins
 * @param selfEvaluationDue until when areas evaluate themselves: the first such day after the year has ended
 * @param bands the best grade first; the last begins at 0
 * @param nodes the sheet, each group before what stands in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewScheme(
        @Schema(examples = "government-quality-2013") @NotNull @Pattern(regexp = NewScheme.ID)
        String id,

        @Schema(examples = "政府质量工作考核") @NotNull @PlainText @Size(max = 200)
        String title,

        @Schema(examples = "国办发〔2013〕47号") @NotNull @PlainText @Size(max = 200)
        String basis,

        @NotNull @PlainText @Size(max = 1000) String source,

        @Schema(examples = "2013") @NotNull @Min(2000) @Max(2100)
        Integer firstYear,

        @Schema(examples = "0") @NotNull @Min(0) @Max(4) Integer decimals,

        @NotNull Rounding rounding,
        @NotNull NotApplicableRule notApplicable,

        @Schema(examples = "07-01") @NotNull @Pattern(regexp = NewScheme.DAY)
        String yearBegins,

        @Schema(examples = "06-30") @NotNull @Pattern(regexp = NewScheme.DAY)
        String targetsDue,

        @Schema(examples = "07-15") @NotNull @Pattern(regexp = NewScheme.DAY)
        String selfEvaluationDue,

        @NotEmpty @Size(max = 10) List<@NotNull @Valid NewBand> bands,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid NewNode> nodes) {

    public static final String ID = "^[a-z][a-z0-9-]{1,59}$";

    static final String DAY = "^(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]|30|31)$";

    public NewScheme {
        bands = present(bands);
        nodes = present(nodes);
    }

    /** Null elements stay, for the validator to name them. */
    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
