package cn.quality.standards.currency;

import static cn.quality.platform.tabular.CsvTable.column;

import cn.quality.platform.tabular.CsvTable;
import cn.quality.standards.catalogue.Currency;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.catalogue.Succession;
import cn.quality.standards.number.StandardNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one number of a list, on the day it was asked.
 *
 * @param latest what to cite instead
 * @param editions of an undated number: those in force
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "CheckedNumber", description = "查新结果的一行 (what was found about one number)")
record CheckedNumber(
        @Schema(required = true, examples = "2", description = "清单中的行 Row of the list")
        long row,

        @Schema(description = "清单自编的序号 The list's own numbering") @Nullable
        String ref,

        @Schema(required = true, examples = "GB/T 19001-2008", description = "清单中的写法 As written")
        String written,

        @Schema(examples = "GB/T 19001-2008") @Nullable String canonicalNumber,

        @Schema(required = true) Verdict verdict,

        @Nullable StandardRef standard,
        @Nullable Succession succession,

        @Schema(description = "应改用的标准：替代链末端 What to cite instead")
        List<StandardRef> latest,

        @Schema(description = "不注日期的编号：当日现行的版本 Of an undated number: the editions in force")
        List<StandardRef> editions,

        @Schema(description = "修改单和勘误 Amendments and corrigenda")
        List<StandardRef> supplements,

        @Schema(description = "目录未收录时可能所指的标准 What may have been meant")
        List<StandardRef> candidates,

        List<Note> notes) {

    /** Empty lists are not stored. */
    CheckedNumber {
        latest = orNone(latest);
        editions = orNone(editions);
        supplements = orNone(supplements);
        candidates = orNone(candidates);
        notes = orNone(notes);
    }

    private static <T> List<T> orNone(@Nullable List<T> stored) {
        return stored == null ? List.of() : stored;
    }

    /** What else somebody who cites it should know. */
    @Schema(name = "CurrencyNote")
    enum Note {
        /** 部分代替: it stays in force, parts of it are elsewhere now. */
        REPLACED_IN_PART("已被部分代替"),
        /** What replaces it is published and not yet implemented. */
        SUCCESSOR_TO_COME("替代标准已发布，尚未实施"),
        AMENDED("有修改单或勘误"),
        /** It has another number now, as GB that became GB/T. */
        RENUMBERED("编号已变更"),
        /** The list states another title. */
        TITLE_DIFFERS("名称与目录不一致"),
        /** Of an undated number: none of its editions is in force, or none is held. */
        NO_EDITION_IN_FORCE("没有现行版本");

        private final String zh;

        Note(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    static final CsvTable<CheckedNumber> TABLE = new CsvTable<>(List.of(
            column("行", CheckedNumber::row),
            column("序号", CheckedNumber::ref),
            column("清单编号", CheckedNumber::written),
            column("规范编号", CheckedNumber::canonicalNumber),
            column("标准名称", CheckedNumber::title),
            column("状态", row -> row.verdict().zh()),
            column("应改用", row -> numbers(row.latest())),
            column("现行版本", row -> numbers(row.editions())),
            column("修改单", row -> numbers(row.supplements())),
            column("可能所指", row -> numbers(row.candidates())),
            column("提示", CheckedNumber::remarks)));

    static CheckedNumber unreadable(ListedNumber listed) {
        return new CheckedNumber(
                listed.row(),
                listed.ref(),
                listed.written(),
                null,
                Verdict.UNREADABLE,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static CheckedNumber of(ListedNumber listed, StandardNumber number, Currency known) {
        var standard = known.standard();
        return new CheckedNumber(
                listed.row(),
                listed.ref(),
                listed.written(),
                number.canonical(),
                verdict(number, known),
                standard.orElse(null),
                known.succession().orElse(null),
                known.latest(),
                known.inForce(),
                known.supplements(),
                known.candidates(),
                notes(listed, number, known));
    }

    private static Verdict verdict(StandardNumber number, Currency known) {
        if (known.standard().isEmpty()) {
            return !number.dated() && !known.inForce().isEmpty() ? Verdict.CURRENT : Verdict.NOT_FOUND;
        }
        return switch (statusOf(known.standard().get())) {
            case IN_FORCE -> Verdict.CURRENT;
            case UPCOMING -> Verdict.UPCOMING;
            case REPLACED -> Verdict.REPLACED;
            case ABOLISHED -> Verdict.ABOLISHED;
        };
    }

    private static Status statusOf(StandardRef standard) {
        return Optional.ofNullable(standard.status()).orElseThrow();
    }

    private static List<Note> notes(ListedNumber listed, StandardNumber number, Currency known) {
        var notes = new ArrayList<Note>();
        var inForce = known.standard().filter(standard -> statusOf(standard) == Status.IN_FORCE);
        if (inForce.isPresent() && known.succession().equals(Optional.of(Succession.PARTIAL))) {
            notes.add(Note.REPLACED_IN_PART);
        }
        if (inForce.isPresent() && !known.latest().isEmpty()) {
            notes.add(Note.SUCCESSOR_TO_COME);
        }
        if (inForce.isPresent() && !known.supplements().isEmpty()) {
            notes.add(Note.AMENDED);
        }
        if (known.standard()
                .filter(standard -> !StandardNumber.reference(standard.number()).equals(number))
                .isPresent()) {
            notes.add(Note.RENUMBERED);
        }
        var title = listed.title();
        if (title != null
                && Stream.concat(known.standard().stream(), known.inForce().stream())
                        .anyMatch(standard -> differs(title, standard.titleZh()))) {
            notes.add(Note.TITLE_DIFFERS);
        }
        if (!number.dated() && known.inForce().isEmpty()) {
            notes.add(Note.NO_EDITION_IN_FORCE);
        }
        return notes;
    }

    /** Blanks, dashes and brackets do not make another title. */
    private static boolean differs(String stated, @Nullable String known) {
        return known != null && !letters(stated).equals(letters(known));
    }

    private static String letters(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    @Nullable
    String title() {
        return standard == null ? null : standard.titleZh();
    }

    String instead() {
        return numbers(latest.isEmpty() ? editions : latest);
    }

    String remarks() {
        return notes.stream().map(Note::zh).collect(Collectors.joining("；"));
    }

    private static String numbers(List<StandardRef> standards) {
        return standards.stream().map(StandardRef::number).collect(Collectors.joining("；"));
    }
}
