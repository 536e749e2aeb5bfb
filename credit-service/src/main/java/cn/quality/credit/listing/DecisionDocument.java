package cn.quality.credit.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The decision an entry carries out. A draft may still lack parts of it; a published entry may not.
 *
 * @param facts what was found; shared with departments, not shown in public
 * @param measures what follows from the entry
 * @param removal on what conditions the enterprise can be taken off the list
 * @param remedies where and until when it can be contested
 * @param basis the articles that the decision applies
 * @param removalProcedure where and how removal is applied for
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "决定文书 (the decision document)")
record DecisionDocument(
        @Size(min = 1, max = 100) @Schema(examples = "日市监列〔2026〕示例1号") @Nullable
        String documentNumber,

        @Schema(examples = "2026-03-02") @Nullable LocalDate decidedOn,

        @Size(min = 1, max = 100) @Schema(examples = "日照市市场监督管理局") @Nullable
        String authority,

        @Size(min = 1, max = 4000) @Schema(examples = "示例：抽查两批次产品不合格且受到较重行政处罚") @Nullable
        String facts,

        @Size(min = 1, max = 2000) @Schema(examples = "示例：列为重点监管对象") @Nullable
        String measures,

        @Size(min = 1, max = 2000) @Schema(examples = "列入满一年并完成整改后可申请信用修复") @Nullable
        String removal,

        @Size(min = 1, max = 2000) @Schema(examples = "六十日内可申请行政复议，六个月内可提起行政诉讼") @Nullable
        String remedies,

        @Size(min = 1, max = 1000) @Schema(examples = "《市场监督管理严重违法失信名单管理办法》第五条第一项") @Nullable
        String basis,

        @Size(min = 1, max = 2000) @Schema(examples = "向作出列入决定的机关提交申请书、守信承诺书和整改证明") @Nullable
        String removalProcedure) {

    static final DecisionDocument NONE = new DecisionDocument(null, null, null, null, null, null, null, null, null);

    /** Names of the parts still missing for publication on that list; an adverse entry also owes the ways out. */
    List<String> missingFor(ListKind kind) {
        var missing = new ArrayList<String>();
        note(missing, "documentNumber", documentNumber);
        note(missing, "decidedOn", decidedOn);
        note(missing, "authority", authority);
        note(missing, "facts", facts);
        if (kind == ListKind.BLACK) {
            note(missing, "measures", measures);
            note(missing, "removal", removal);
            note(missing, "remedies", remedies);
        }
        return List.copyOf(missing);
    }

    /**
     * Names of the parts that a decision lacks on the day it is taken. An adverse one states cause, basis, measures, conditions and
     * procedure of removal, and remedies (总局令第44号 art. 13).
     */
    List<String> missingWhenDecided(ListKind kind) {
        var missing = new ArrayList<>(missingFor(kind));
        if (kind == ListKind.BLACK) {
            note(missing, "basis", basis);
            note(missing, "removalProcedure", removalProcedure);
        }
        return List.copyOf(missing);
    }

    private static void note(List<String> missing, String name, @Nullable Object part) {
        if (part == null || part.toString().isBlank()) {
            missing.add(name);
        }
    }
}
