package cn.quality.standards.requirement;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import cn.quality.standards.number.StandardNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one edition of a recommended standard demands.
 *
 * @param standard its canonical number
 * @param products what it governs, by name: what ends with such a name is governed, for in Chinese the kind comes last
 * @param mandatory undated numbers of the mandatory standards that bind the same products
 */
@Schema(name = "Requirement", description = "推荐性标准的指标要求 (what a recommended standard demands)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Requirement(
        @Schema(required = true, examples = "GB/T 18108-2019")
        String standard,

        @Schema(required = true, examples = "[\"鲜海水鱼\"]") List<String> products,

        @Schema(required = true, examples = "[\"GB 2733\"]") List<String> mandatory,

        @Schema(required = true) List<RequiredIndicator> indicators,

        @Schema(required = true, examples = "标准文本") String source,

        @Schema(required = true, description = "T 已读全文，D 摘要，U 未确认 (full text read, digest, unconfirmed)")
        Certainty certainty) {

    /** How well the figures are founded. */
    @Schema(name = "RequirementCertainty")
    enum Certainty {
        T,
        D,
        U
    }

    private static final int MOST_ITEMS = 200;
    private static final int LONGEST_TEXT = 300;

    /** As it was sent. */
    @Schema(name = "NewRequirement")
    record Sent(
            @Schema(required = true, examples = "GB/T 18108-2019") @Nullable
            String standard,

            @Schema(required = true) @Nullable List<@Nullable String> products,

            @Nullable List<@Nullable String> mandatory,

            @Schema(required = true) @Nullable List<@Nullable RequiredIndicator> indicators,

            @Schema(required = true) @Nullable String source,

            @Schema(required = true) @Nullable Certainty certainty) {

        /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
        Requirement checked() {
            var flaws = new Flaws();
            var number = StandardNumber.of(standard, "standard", flaws);
            number.filter(known -> !isRecommended(known))
                    .ifPresent(known -> flaws.add(
                            "standard",
                            "not-recommended",
                            Text.of("%s 不是推荐性标准", "%s is no recommended standard", known)));
            var demanded = flaws.list(indicators, "indicators", MOST_ITEMS);
            if (indicators == null || indicators.isEmpty()) {
                flaws.missing("indicators");
            }
            for (int i = 0; i < demanded.size(); i++) {
                demanded.get(i).check("indicators[" + i + "].", flaws);
            }
            if (certainty == null) {
                flaws.missing("certainty");
            }
            var governed = texts(products, "products", flaws);
            var binding = binding(flaws);
            var from = flaws.text(source, "source", LONGEST_TEXT);
            flaws.refuseIfAny();
            return new Requirement(
                    number.orElseThrow().canonical(),
                    governed,
                    binding,
                    demanded,
                    from,
                    certainty == null ? Certainty.U : certainty);
        }

        private static boolean isRecommended(StandardNumber number) {
            return Set.of(Level.NATIONAL, Level.INDUSTRY, Level.LOCAL).contains(number.level())
                    && number.nature()
                            .filter(nature -> nature == Nature.MANDATORY)
                            .isEmpty();
        }

        private List<String> binding(Flaws flaws) {
            var sent = texts(mandatory, "mandatory", flaws);
            var binding = new ArrayList<String>();
            for (int i = 0; i < sent.size(); i++) {
                var field = "mandatory[" + i + "]";
                switch (StandardNumber.read(sent.get(i))) {
                    case StandardNumber.Reading.Read(var number) -> binding.add(number.undated());
                    case StandardNumber.Reading.Misread(var found) ->
                        found.forEach(flaw -> flaws.add(StandardNumber.INVALID, field, flaw.code(), flaw.message()));
                }
            }
            return binding;
        }

        private static List<String> texts(@Nullable List<@Nullable String> sent, String field, Flaws flaws) {
            var present = flaws.list(sent, field, MOST_ITEMS);
            var texts = new ArrayList<String>();
            for (int i = 0; i < present.size(); i++) {
                texts.add(flaws.text(present.get(i), field + "[" + i + "]", LONGEST_TEXT));
            }
            return texts;
        }
    }

    /** Whether it governs a product of this name. */
    boolean governs(String product) {
        var name = Vocabulary.folded(product);
        return products.stream().map(Vocabulary::folded).anyMatch(name::endsWith);
    }
}
