package cn.quality.credit.archive;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What must not enter the archive, by clause. Each rule refuses what meets its condition. */
enum EntryRule {

    /** 山东省社会信用条例 art. 13(2), first case. */
    SIMPLE_PROCEDURE_STAYS_OUT(
            "must-not-enter",
            new Text(
                    "适用简易程序作出的处罚不得归入信用档案(《山东省社会信用条例》第十三条第二款)",
                    "A penalty settled by simple procedure must not enter (Shandong Social Credit Regulation art. 13(2))"),
            record -> isPenalty(record)
                    && "SIMPLE".equals(record.detailsOrNone().path("procedure").asText())),

    /** Art. 13(2), second case. */
    SELF_CORRECTED_MINOR_STAYS_OUT(
            "must-not-enter",
            new Text(
                    "情节轻微并已自行纠正的违法行为不得归入信用档案(《山东省社会信用条例》第十三条第二款)",
                    "Minor and self-corrected misconduct must not enter (Shandong Social Credit Regulation art. 13(2))"),
            record -> isMinorPenalty(record)
                    && record.detailsOrNone().path("selfCorrected").asBoolean()),

    /** A minor case that ended with a warning alone is settled by it (art. 13(2); class 轻微 of 总局令第107号). */
    WARNING_ONLY_STAYS_OUT(
            "must-not-enter",
            new Text(
                    "仅给予警告的轻微处罚不得归入信用档案(《山东省社会信用条例》第十三条第二款)",
                    "A minor penalty of a warning only must not enter (Shandong Social Credit Regulation art. 13(2))"),
            record -> isMinorPenalty(record)
                    && isWarningOnly(record.detailsOrNone().path("types"))),

    /** Art. 42: data about a person's faith and body are banned from credit records, under whatever key they come. */
    BANNED_DATA_STAYS_OUT(
            "banned-data",
            new Text(
                    "不得采集宗教信仰、基因、指纹、血型、疾病等信息(《山东省社会信用条例》第四十二条)",
                    "Religion, genes, fingerprints, blood type and disease must not be collected (Shandong Social Credit"
                            + " Regulation art. 42)"),
            record -> BannedKeys.in(record.detailsOrNone()));

    private final ProblemType type;
    private final Text reason;
    private final Predicate<NewRecord> condition;

    EntryRule(String code, Text reason, Predicate<NewRecord> condition) {
        this.type = new ProblemType(422, code, new Text("依法不得归入信用档案", "Must not enter the archive"));
        this.reason = reason;
        this.condition = condition;
    }

    /** The refusal of this rule, if the record meets its condition. */
    Optional<Problem> refusal(NewRecord record) {
        return condition.test(record) ? Optional.of(new Problem(type, reason)) : Optional.empty();
    }

    /** @throws Problem 422 with the clause, by the first rule that refuses */
    static void admit(NewRecord record) {
        for (var rule : values()) {
            rule.refusal(record).ifPresent(refused -> {
                throw refused;
            });
        }
    }

    private static boolean isPenalty(NewRecord record) {
        return record.kind() == RecordKind.PENALTY;
    }

    private static boolean isMinorPenalty(NewRecord record) {
        return isPenalty(record) && record.severity() == Severity.MINOR;
    }

    private static boolean isWarningOnly(JsonNode types) {
        return types.size() == 1 && "WARNING".equals(types.path(0).asText());
    }

    private static final class BannedKeys {

        private static final Set<String> WORDS = Set.of(
                "religion",
                "gene",
                "genes",
                "fingerprint",
                "fingerprints",
                "bloodtype",
                "disease",
                "diseases",
                "宗教信仰",
                "基因",
                "指纹",
                "血型",
                "疾病",
                "疾病史");
        private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]");

        static boolean in(JsonNode node) {
            for (var property : node.properties()) {
                if (isBanned(property.getKey()) || in(property.getValue())) {
                    return true;
                }
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                if (in(node.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isBanned(String key) {
            return WORDS.contains(SEPARATORS.matcher(key).replaceAll("").toLowerCase(Locale.ROOT));
        }
    }
}
