package cn.quality.indicator.observation;

import cn.quality.indicator.observation.Report.Line;
import cn.quality.platform.http.StrictJson;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.Items;
import cn.quality.platform.tabular.TableRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;

/** Reads reports that come as files: CSV, XLSX, or lines of JSON. */
@ApplicationScoped
class ObservationImport {

    private static final ProblemType UNREADABLE_LINES =
            new ProblemType(400, "unreadable-lines", new Text("部分行无法读取", "Lines that cannot be read"));
    private static final ProblemType TOO_MANY_LINES =
            new ProblemType(413, "too-many-lines", new Text("行数过多", "Too many lines"));

    /** Reasons told at once. */
    private static final int MOST_REASONS = 200;

    private final StrictJson json;
    private final Validator validator;

    ObservationImport(StrictJson json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws Problem 400 naming each line and field that cannot be read, 413 for a file of too many lines */
    Report read(InputStream file, MediaType type) throws IOException {
        var table = TableRows.Format.of(type);
        try (var items = table.isPresent()
                ? Items.ofTable(table.get(), file, ObservationCells.FORM, json, validator)
                : Items.ofNdjson(file, ObservationCells.FORM, json, validator)) {
            var lines = new ArrayList<Line>();
            var unreadable = new Problem(
                    UNREADABLE_LINES, new Text("以下各行无法读取，均未入库", "These lines cannot be read; nothing was stored"));
            for (var entry = items.next(); entry.isPresent(); entry = items.next()) {
                var place = "rows[%d]".formatted(entry.get().number());
                if (lines.size() == ObservationService.MOST_LINES) {
                    throw new Problem(
                            TOO_MANY_LINES,
                            Text.of("一次至多 %d 行，请分批报送", "At most %d lines at once", ObservationService.MOST_LINES));
                }
                Optional.ofNullable(entry.get().item()).ifPresent(item -> lines.add(new Line(place, item)));
                Optional.ofNullable(entry.get().broken()).ifPresent(broken -> tell(place, broken, unreadable));
            }
            if (!unreadable.violations().isEmpty()) {
                throw unreadable;
            }
            if (lines.isEmpty()) {
                throw new Problem(ProblemTypes.INVALID_ARGUMENT, new Text("文件中没有数据", "There is no data in the file"));
            }
            return new Report(lines, items.skipped());
        }
    }

    private static void tell(String place, Problem broken, Problem all) {
        if (all.violations().size() >= MOST_REASONS) {
            return;
        }
        if (broken.violations().isEmpty()) {
            all.with(place, broken.type().code(), broken.detail());
        }
        broken.violations().forEach(one -> all.with(place + "." + one.field(), one.code(), one.message()));
    }
}
