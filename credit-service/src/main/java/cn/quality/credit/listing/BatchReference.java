package cn.quality.credit.listing;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a batch (第N批) is named by who asks for it: by its id, or by its number, with the year or without. */
sealed interface BatchReference {

    Pattern NUMBERED = Pattern.compile("(?:(\\d{4})-)?(\\d{1,6})");
    Pattern IDENTIFIED = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    record Identified(UUID id) implements BatchReference {}

    record Numbered(Optional<Integer> year, int number) implements BatchReference {}

    /** @throws Problem 400 {@code invalid-argument} */
    static BatchReference parse(String text) {
        if (IDENTIFIED.matcher(text).matches()) {
            return new Identified(UUID.fromString(text));
        }
        var numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            return new Numbered(
                    Optional.ofNullable(numbered.group(1)).map(Integer::valueOf), Integer.parseInt(numbered.group(2)));
        }
        throw new Problem(ProblemTypes.INVALID_ARGUMENT, Text.of("“%s”不是批次", "'%s' names no batch", text))
                .with(
                        "batch",
                        "form",
                        new Text("批次标识、年份-批次号(2026-3)或批次号(3)", "An id, year-number (2026-3) or a number (3)"));
    }
}
