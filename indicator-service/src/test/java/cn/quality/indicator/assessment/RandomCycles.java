package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Quantity;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.Sense;
import cn.quality.indicator.scheme.Sheets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sheets and what areas report by them, at random. */
final class RandomCycles {

    private final Random random;

    RandomCycles(long seed) {
        this.random = new Random(seed);
    }

    /** Of about so many indicators, in three levels. */
    Scheme scheme(int indicators) {
        var sheet = Sheets.sheet().decimals(random.nextInt(3));
        if (random.nextBoolean()) {
            sheet.acrossSheet();
        }
        int groups = 2 + random.nextInt(3);
        var weights = parts(new BigDecimal("100"), groups);
        for (int g = 0; g < groups; g++) {
            var group = "G" + g;
            sheet.group(group, null, weights.get(g).toPlainString());
            var leaves = parts(weights.get(g), Math.max(1, indicators / groups));
            for (int i = 0; i < leaves.size(); i++) {
                var weight = leaves.get(i).toPlainString();
                if (random.nextInt(4) == 0) {
                    sheet.group(group + "." + i, group, weight);
                    leaf(sheet, group + "." + i + ".1", group + "." + i, weight);
                } else {
                    leaf(sheet, group + "." + i, group, weight);
                }
            }
        }
        return sheet.veto("V", null, "D").bonus("B", null, "0.5", "2").scheme();
    }

    /** What an area reports: of each indicator something, nothing, or that it does not apply. */
    List<Entry> entries(Scheme scheme) {
        var entries = new ArrayList<Entry>();
        for (var node : scheme.nodes()) {
            node.rule().ifPresent(rule -> {
                int what = random.nextInt(10);
                if (what == 0 && node.canBeNotApplicable()) {
                    entries.add(Entry.notApplicable(node.code(), "不适用"));
                } else if (what > 1) {
                    entries.add(entry(node, rule.quantity()));
                }
            });
        }
        return entries;
    }

    Map<String, List<Entry>> areas(Scheme scheme, int count) {
        var areas = new LinkedHashMap<String, List<Entry>>();
        for (int i = 0; i < count; i++) {
            areas.put(String.valueOf(100000 + i), entries(scheme));
        }
        return areas;
    }

    private Entry entry(Scheme.Node node, Quantity quantity) {
        return switch (quantity) {
            case VALUE -> Entry.value(node.code(), hundredth(10_000));
            case RATE -> {
                int denominator = 1 + random.nextInt(997);
                yield Entry.rate(node.code(), random.nextInt(denominator + 1), denominator);
            }
            case COUNT ->
                Entry.count(node.code(), node.weight().isPresent() ? random.nextInt(8) : random.nextInt(3) / 2);
            case DOCUMENT -> Entry.document(node.code(), "示例文件");
        };
    }

    private void leaf(Sheets sheet, String code, String parent, String weight) {
        switch (random.nextInt(6)) {
            case 0 ->
                sheet.linear(
                        code,
                        parent,
                        weight,
                        hundredth(5000),
                        "60" + hundredth(1000).replace('.', '0'));
            case 1 -> sheet.rate(code, parent, weight, hundredth(7000), "97.3");
            case 2 -> sheet.steps(code, parent, weight, Sense.AT_LEAST, "75.5", "33.3");
            case 3 -> sheet.threshold(code, parent, weight, Sense.AT_MOST, hundredth(9000));
            case 4 -> sheet.deduction(code, parent, weight, "0.75");
            default -> sheet.document(code, parent, weight);
        }
    }

    private List<BigDecimal> parts(BigDecimal whole, int count) {
        var each = whole.divide(BigDecimal.valueOf(count), 4, RoundingMode.DOWN);
        var parts = new ArrayList<>(Collections.nCopies(count, each));
        parts.set(count - 1, whole.subtract(each.multiply(BigDecimal.valueOf(count - 1L))));
        return parts;
    }

    private String hundredth(int below) {
        return BigDecimal.valueOf(random.nextInt(below), 2).toPlainString();
    }
}
