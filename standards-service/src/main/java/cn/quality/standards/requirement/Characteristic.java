package cn.quality.standards.requirement;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.quantity.MeasureUnit;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What can be measured or judged of a product.
 *
 * @param synonyms other names that enterprises and standards give it
 * @param unit it is usually given in; absent for a mere number, a grade or a quality
 * @param grades of its scale, the best first
 */
@Schema(name = "Characteristic", description = "产品特性 (characteristic of a product)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Characteristic(
        @Schema(required = true, examples = "protein") String code,

        @Schema(required = true, examples = "蛋白质") String nameZh,

        @Schema(required = true, examples = "Protein") String nameEn,

        @Schema(required = true, description = "别名 Other names")
        List<String> synonyms,

        @Schema(examples = "g/100 g") @Nullable String unit,

        @Schema(required = true, description = "等级，由高到低 Grades, the best first")
        List<String> grades) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMES = 50;

    /** As it was sent. */
    @Schema(name = "NewCharacteristic")
    record Sent(
            @Schema(required = true, examples = "protein") @Nullable
            String code,

            @Schema(required = true, examples = "蛋白质") @Nullable
            String nameZh,

            @Schema(required = true, examples = "Protein") @Nullable
            String nameEn,

            @Nullable List<@Nullable String> synonyms,
            @Schema(examples = "g/100 g") @Nullable String unit,
            @Nullable List<@Nullable String> grades) {

        /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
        Characteristic checked(String path) {
            var flaws = new Flaws();
            if (!path.matches("[a-z0-9][a-z0-9-]{1,59}") || !path.equals(code)) {
                flaws.add(
                        "code",
                        "contradicts-path",
                        Text.of("应与路径一致，由小写字母、数字和连字符组成", "as the path: small letters, digits, dashes"));
            }
            int before = flaws.count();
            var usual = flaws.optionalText(unit, "unit", LONGEST_NAME);
            if (usual != null && flaws.count() == before) {
                MeasureUnit.check(usual, "unit", flaws);
            }
            var checked = new Characteristic(
                    path,
                    flaws.text(nameZh, "nameZh", LONGEST_NAME),
                    flaws.text(nameEn, "nameEn", LONGEST_NAME),
                    texts(synonyms, "synonyms", flaws),
                    usual,
                    texts(grades, "grades", flaws));
            if (new HashSet<>(checked.grades).size() < checked.grades.size()) {
                flaws.add("grades", "repeated", Text.of("等级重复", "a grade stands there twice"));
            }
            flaws.refuseIfAny();
            return checked;
        }

        private static List<String> texts(@Nullable List<@Nullable String> sent, String field, Flaws flaws) {
            var names = flaws.list(sent, field, MOST_NAMES);
            return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                    .map(i -> flaws.text(names.get(i), field + "[" + i + "]", LONGEST_NAME))
                    .toList();
        }
    }

    /** Every name it goes by. */
    Stream<String> names() {
        return Stream.concat(Stream.of(nameZh, nameEn), synonyms.stream());
    }

    Text name() {
        return new Text(nameZh, nameEn);
    }
}
