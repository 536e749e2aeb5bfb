package cn.quality.standards.tbt;

import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.Items;
import cn.quality.platform.tabular.TableRows;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads notices that come as a file: CSV, or lines of JSON. Lines that are none are named, and the others loaded. */
@ApplicationScoped
class TbtImport {

    private static final ProblemType TOO_MANY_LINES =
            new ProblemType(413, "too-many-lines", Text.of("行数过多", "Too many lines"));
    private static final ProblemType DOUBLED =
            new ProblemType(400, "doubled-line", Text.of("重复的行", "The line comes twice"));
    private static final int MOST_LINES = 2_000;

    private final StrictJson json;
    private final Validator validator;
    private final TbtNoticeService service;

    TbtImport(StrictJson json, Validator validator, TbtNoticeService service) {
        this.json = json;
        this.validator = validator;
        this.service = service;
    }

    /** @param refused lines that were not loaded, each with all that is wrong with it */
    @Schema(name = "TbtImportResult")
    record Result(
            @Schema(required = true, examples = "1") int created,

            @Schema(required = true, examples = "0") int corrected,

            @Schema(required = true, examples = "0") int unchanged,

            @Schema(required = true) List<RefusedLine> refused) {}

    /** @param line counted from 1 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TbtRefusedLine", description = "未入库的一行 (a line that was not loaded)")
    record RefusedLine(
            @Schema(required = true, examples = "3") long line,

            @Schema(required = true, examples = "invalid-argument")
            String code,

            @Schema(required = true) List<Flaw> flaws) {

        static RefusedLine of(long line, Problem problem) {
            return new RefusedLine(
                    line,
                    problem.type().code(),
                    problem.violations().isEmpty()
                            ? List.of(new Flaw(
                                    null,
                                    problem.detail().zh(),
                                    problem.detail().en()))
                            : problem.violations().stream()
                                    .map(one -> new Flaw(
                                            one.field(),
                                            one.message().zh(),
                                            one.message().en()))
                                    .toList());
        }
    }

    /** One thing wrong with a line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TbtLineFlaw", description = "一处错误 (one thing wrong with a line)")
    record Flaw(
            @Schema(examples = "market") @Nullable String field,

            @Schema(required = true, examples = "必填") String zh,

            @Schema(required = true, examples = "is required")
            String en) {}

    /** @throws Problem 400 for a file that is no table of notices, 413 for one of too many lines */
    Result load(InputStream file, MediaType type) throws IOException {
        var table = TableRows.Format.of(type);
        var stated = new ArrayList<NewTbtNotice.Stated>();
        var refused = new ArrayList<RefusedLine>();
        var seen = new HashSet<String>();
        try (var items = table.isPresent()
                ? Items.ofTable(table.get(), file, NewTbtNotice.FORM, json, validator)
                : Items.ofNdjson(file, NewTbtNotice.FORM, json, validator)) {
            for (var entry = items.next(); entry.isPresent(); entry = items.next()) {
                if (stated.size() + refused.size() == MOST_LINES) {
                    throw new Problem(
                            TOO_MANY_LINES, Text.of("一次至多 %d 行，请分批导入", "%d lines at once at most", MOST_LINES));
                }
                long line = entry.get().number();
                var item = entry.get().item();
                var broken = entry.get().broken();
                try {
                    if (item != null) {
                        var one = item.checked();
                        if (!seen.add(one.number())) {
                            throw new Problem(
                                    DOUBLED, Text.of("%s 已在前面的行中", "%s stands in a line before", one.number()));
                        }
                        stated.add(one);
                    } else if (broken != null) {
                        refused.add(RefusedLine.of(line, broken));
                    }
                } catch (Problem flawed) {
                    refused.add(RefusedLine.of(line, flawed));
                }
            }
        }
        var loaded = service.load(stated);
        return new Result(loaded.created(), loaded.corrected(), loaded.unchanged(), refused);
    }
}
