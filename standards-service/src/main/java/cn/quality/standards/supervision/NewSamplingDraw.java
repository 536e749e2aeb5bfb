package cn.quality.standards.supervision;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be drawn, as it was sent. */
@Schema(name = "NewSamplingDraw")
record NewSamplingDraw(
        @Schema(required = true, examples = "示例：2026 年第一季度企业标准自我声明监督检查") @Nullable
        String title,

        @Schema(required = true, examples = "371102", description = "区划代码，含下级 A region with those it covers") @Nullable
        String region,

        @Schema(required = true, examples = "20", description = "抽取的声明数 How many declarations") @Nullable
        Integer size,

        @Schema(
                required = true,
                examples = "[\"inspector-1\", \"inspector-2\"]",
                description = "检查人员名录 Inspectors, two or more")
        @Nullable
        List<@Nullable String> inspectors) {

    private static final int MOST = 1000;

    record Checked(String title, String region, int size, List<String> inspectors) {}

    /** @throws cn.quality.platform.problem.Problem 400 naming everything that is wrong, 422 {@code personal-data} */
    Checked checked() {
        var flaws = new Flaws();
        var name = flaws.text(title, "title", 200);
        if (region == null || !RegionCode.isValid(region)) {
            flaws.add("region", "region", Text.of("应为六位区划代码", "a GB/T 2260 code of six digits"));
        }
        if (size == null || size < 1 || size > MOST) {
            flaws.add("size", "range", Text.of("应为 1–%d", "1 to %d", MOST));
        }
        var sent = flaws.list(inspectors, "inspectors", 200);
        for (int i = 0; i < sent.size(); i++) {
            flaws.text(sent.get(i), "inspectors[" + i + "]", 100);
        }
        var known = sent.stream().map(String::strip).distinct().sorted().toList();
        if (known.size() < SamplingDraw.INSPECTORS) {
            flaws.add("inspectors", "too-few", Text.of("至少两名", "two at least"));
        }
        flaws.refuseIfAny();
        if (region == null || size == null) {
            throw new IllegalStateException();
        }
        return new Checked(name, region, size, known);
    }
}
