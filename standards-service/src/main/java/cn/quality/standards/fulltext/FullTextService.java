package cn.quality.standards.fulltext;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.catalogue.CatalogueReads;
import cn.quality.standards.catalogue.StandardView;
import cn.quality.standards.file.StoredFiles;
import cn.quality.standards.file.TemporaryFile;
import cn.quality.standards.number.Nature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records texts, withdraws them, and gives them to everybody where that is lawful. */
@ApplicationScoped
class FullTextService {

    static final ProblemType NOT_PUBLIC =
            new ProblemType(403, "full-text-not-public", Text.of("文本不公开", "The text is not public"));
    static final ProblemType NO_GROUND =
            new ProblemType(422, "full-text-not-public", Text.of("文本不能公开", "The text may not be public"));
    static final ProblemType NOT_HELD = new ProblemType(404, "no-full-text", Text.of("未收录全文", "The text is not held"));
    static final ProblemType EXISTS =
            new ProblemType(409, "full-text-exists", Text.of("已有另一文本", "Another text is on record"));

    private static final String OWNER = "full-text";

    private final CatalogueReads catalogue;
    private final StoredFiles files;
    private final DecisionLog decisions;
    private final Jdbc sql;
    private final Clock clock;

    FullTextService(CatalogueReads catalogue, StoredFiles files, DecisionLog decisions, Jdbc sql, Clock clock) {
        this.catalogue = catalogue;
        this.files = files;
        this.decisions = decisions;
        this.sql = sql;
        this.clock = clock;
    }

    /** A text that everybody may have, with the number that names it. */
    record Public(FullText text, StandardView standard) {

        FullText.View view() {
            return text.view(standard.canonicalNumber());
        }
    }

    /**
     * Puts a text on record; the same again changes nothing.
     *
     * @throws Problem 404; 422 {@code full-text-not-public} when the ground does not hold; 409 {@code full-text-exists}
     */
    @Transactional
    Public record(
            UUID id, TextBasis basis, @Nullable String permission, StoredFiles.Stored measured, TemporaryFile file)
            throws IOException {
        var standard = standard(id);
        basis.objection(standard).ifPresent(why -> {
            throw new Problem(NO_GROUND, why).with("basis", "no-ground", why);
        });
        var text = new FullText(id, basis, permission, measured, clock.instant());
        boolean isNew = sql.update(
                        "insert into full_text values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        id,
                        basis.name(),
                        permission,
                        measured.digest(),
                        measured.length(),
                        text.recordedAt())
                == 1;
        if (!isNew) {
            return find(id).filter(known -> known.content().equals(measured) && known.basis() == basis)
                    .map(known -> new Public(known, standard))
                    .orElseThrow(() -> new Problem(
                            EXISTS, Text.of("请先撤下现有文本，再登记新的文本", "withdraw the text on record before another")));
        }
        try (var content = file.read()) {
            files.store(OWNER, measured, content);
        }
        log("full-text.record", standard, null, text);
        return new Public(text, standard);
    }

    /**
     * Takes a text off record.
     *
     * @return what was withdrawn
     * @throws Problem 404 {@code no-full-text}
     */
    @Transactional
    Public withdraw(UUID id) {
        var standard = standard(id);
        var text =
                find(id).orElseThrow(() -> new Problem(NOT_HELD, Text.of("该标准没有登记文本", "no text of it is on record")));
        sql.update("delete from full_text where standard_id = ?", id);
        var digest = text.content().digest();
        if (sql.first("select 1 from full_text where digest = ?", row -> true, digest)
                .isEmpty()) {
            files.delete(OWNER, digest);
        }
        log("full-text.withdraw", standard, text, null);
        return new Public(text, standard);
    }

    /**
     * The text of a standard, if it may be public today.
     *
     * @throws Problem 404 {@code no-full-text} or 403 {@code full-text-not-public}, each in words that say where else to look
     */
    Public required(UUID id) {
        var standard = standard(id);
        var text = find(id).orElseThrow(() -> notHeld(standard));
        text.basis().objection(standard).ifPresent(why -> {
            throw new Problem(NOT_PUBLIC, why);
        });
        return new Public(text, standard);
    }

    private static Problem notHeld(StandardView standard) {
        return new Problem(
                NOT_HELD,
                standard.nature() == Nature.MANDATORY && standard.adopts().isEmpty()
                        ? Text.of(
                                "%s 是强制性标准，文本免费公开，本平台尚未收录；可在国家标准全文公开系统查阅",
                                "%s is mandatory and free to read, but not held here; see the national system for the texts of"
                                        + " standards",
                                standard.canonicalNumber())
                        : Text.of(
                                "%s 的文本受著作权保护，本平台只提供题录，请向标准发行单位获取",
                                "the text of %s is protected by copyright; this platform has its record only, its publisher has the"
                                        + " text",
                                standard.canonicalNumber()));
    }

    void write(FullText text, OutputStream out) throws IOException {
        files.write(OWNER, text.content(), out);
    }

    private Optional<FullText> find(UUID id) {
        return sql.first(
                "select * from full_text where standard_id = ?",
                row -> new FullText(
                        id,
                        TextBasis.valueOf(row.getString("basis")),
                        row.getString("permission"),
                        new StoredFiles.Stored(row.getString("digest"), row.getLong("length")),
                        Jdbc.instant(row, "recorded_at")),
                id);
    }

    private StandardView standard(UUID id) {
        return catalogue
                .byId(id)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("目录中没有标准 %s", "the catalogue holds no standard %s", id)));
    }

    private void log(String act, StandardView standard, @Nullable FullText before, @Nullable FullText after) {
        decisions.append(
                new Decision(act, "standard", standard.id().toString(), standard.canonicalNumber(), "", before, after));
    }
}
