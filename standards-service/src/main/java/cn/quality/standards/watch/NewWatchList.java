package cn.quality.standards.watch;

import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.number.StandardNumber.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list as it was sent. */
@Schema(name = "NewWatchList")
record NewWatchList(
        @Schema(required = true, examples = "示例：出口水产品") @Nullable
        String name,

        @Schema(
                required = true,
                examples = "[\"GB 2760-2024\", \"GB/T 19001\"]",
                description = "可不注年代号 Undated ones too")
        @Nullable
        List<@Nullable String> numbers) {

    private static final int LONGEST_NAME = 100;

    /**
     * @param most numbers on one list
     * @throws cn.quality.platform.problem.Problem 400 with everything that is wrong; 422 {@code invalid-standard-number}
     */
    Checked checked(int most) {
        var flaws = new Flaws();
        var label = flaws.text(name, "name", LONGEST_NAME);
        var texts = flaws.list(numbers, "numbers", most);
        if (numbers == null || numbers.isEmpty()) {
            flaws.missing("numbers");
        }
        var read = new LinkedHashMap<String, WatchedNumber>();
        for (int i = 0; i < texts.size(); i++) {
            var field = "numbers[" + i + "]";
            switch (StandardNumber.read(texts.get(i))) {
                case Reading.Read(var number) -> {
                    flaws.refusePersonalData(number.original(), field);
                    read.putIfAbsent(number.canonical(), WatchedNumber.of(number));
                }
                case Reading.Misread(var found) ->
                    found.forEach(flaw -> flaws.add(StandardNumber.INVALID, field, flaw.code(), flaw.message()));
            }
        }
        flaws.refuseIfAny();
        return new Checked(label, new ArrayList<>(read.values()));
    }

    /** Without a flaw; each number once. */
    record Checked(String name, List<WatchedNumber> numbers) {}
}
