package cn.quality.standards.check;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.tabular.CsvTable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one line of a list.
 *
 * @param line counted from 1
 * @param verdict absent where the line could not be read
 * @param problem code of what is wrong with the line
 */
@Schema(name = "CheckAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckAnswer(
        @Schema(required = true, examples = "1") int line,

        @Nullable String number,
        @Nullable String uscc,
        @Nullable String product,
        @Nullable Verdict verdict,
        @Nullable Boolean valid,

        @Schema(description = "该企业的声明 Declarations of the seller") @Nullable
        List<UUID> declarations,

        @Schema(examples = "invalid-standard-number") @Nullable
        String problem,

        @Nullable String message) {

    static final CsvTable<CheckAnswer> TABLE = new CsvTable<>(List.of(
            column("line", CheckAnswer::line),
            column("number", CheckAnswer::number),
            column("uscc", CheckAnswer::uscc),
            column("product", CheckAnswer::product),
            column("verdict", CheckAnswer::verdict),
            column("valid", CheckAnswer::valid),
            column("problem", CheckAnswer::problem),
            column("message", CheckAnswer::message)));

    static CheckAnswer of(int line, CheckView check) {
        return new CheckAnswer(
                line,
                check.number(),
                check.uscc(),
                check.product(),
                check.verdict(),
                check.valid(),
                check.declarations().stream().map(CheckView.Match::id).toList(),
                null,
                check.explanation());
    }

    static CheckAnswer refused(int line, CheckLine sent, Problem why) {
        return new CheckAnswer(
                line,
                sent.number(),
                sent.uscc(),
                sent.product(),
                null,
                null,
                null,
                why.type().code(),
                why.detail().zh() + " " + why.detail().en());
    }
}
