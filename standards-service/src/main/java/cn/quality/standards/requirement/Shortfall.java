package cn.quality.standards.requirement;

import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a declaration promises less than a recommended standard demands, or where that cannot be told.
 *
 * @param demanded as printed in the clause
 * @param declared absent when nothing is
 */
@Schema(name = "Shortfall", description = "与推荐性标准的差异 (difference from a recommended standard)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shortfall(
        @Schema(required = true) Kind kind,

        @Schema(required = true, examples = "protein") String characteristic,

        @Schema(required = true, examples = "蛋白质") String name,

        @Schema(required = true, examples = "GB/T 18108-2019")
        String standard,

        @Schema(required = true, examples = "4.3 表2") String clause,

        @Schema(required = true, examples = "≥ 15.0 g/100 g")
        String demanded,

        @Schema(examples = "≥ 12.50 g/100 g") @Nullable String declared) {

    /** In which way. */
    @Schema(name = "ShortfallKind")
    public enum Kind {
        /** The standard demands it, the declaration is silent. */
        MISSING,
        LOWER,
        /** Another method, condition or kind of quantity. */
        NOT_COMPARABLE;

        /** As the code of a violation. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** In words, for the one who declares. */
    public Text message() {
        var clause = new Text(standard + " " + this.clause, standard + ", clause " + this.clause);
        return switch (kind) {
            case MISSING ->
                new Text(
                        "%s：%s 要求 %s，声明中没有".formatted(name, clause.zh(), demanded),
                        "%s: %s demands %s, the declaration has nothing".formatted(name, clause.en(), demanded));
            case LOWER ->
                new Text(
                        "%s：%s 要求 %s，声明为 %s".formatted(name, clause.zh(), demanded, declared),
                        "%s: %s demands %s, declared is %s".formatted(name, clause.en(), demanded, declared));
            case NOT_COMPARABLE ->
                new Text(
                        "%s：%s 要求 %s，声明为 %s，检测方法、条件或单位不同，无法自动比较".formatted(name, clause.zh(), demanded, declared),
                        "%s: %s demands %s, declared is %s; method, condition or unit differ, a machine cannot compare them"
                                .formatted(name, clause.en(), demanded, declared));
        };
    }
}
