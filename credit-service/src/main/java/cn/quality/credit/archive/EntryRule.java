package cn.quality.credit.archive;

import cn.quality.credit.rules.Severity;
import cn.quality.platform.identifiers.PersonalData;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must not enter the archive, by clause. Each rule names the fields it refuses, however deep they are. */
enum EntryRule {

    /** 山东省社会信用条例 art. 13(2), first case. */
    SIMPLE_PROCEDURE_STAYS_OUT(
            "must-not-enter",
            new Text(
                    "适用简易程序作出的处罚不得归入信用档案(《山东省社会信用条例》第十三条第二款)",
                    "A penalty settled by simple procedure must not enter (Shandong Social Credit Regulation art. 13(2))"),
            when(
                    "details.procedure",
                    record -> isPenalty(record)
                            && "SIMPLE"
                                    .equals(record.detailsOrNone()
                                            .path("procedure")
                                            .asText()))),

    /** Art. 13(2), second case. */
    SELF_CORRECTED_MINOR_STAYS_OUT(
            "must-not-enter",
            new Text(
                    "情节轻微并已自行纠正的违法行为不得归入信用档案(《山东省社会信用条例》第十三条第二款)",
                    "Minor and self-corrected misconduct must not enter (Shandong Social Credit Regulation art. 13(2))"),
            when(
                    "details.selfCorrected",
                    record -> isMinorPenalty(record)
                            && record.detailsOrNone().path("selfCorrected").asBoolean())),

    /** A minor case that ended with a warning alone is settled by it (art. 13(2); class 轻微 of 总局令第107号). */
    WARNING_ONLY_STAYS_OUT(
            "must-not-enter",
            new Text(
                    "仅给予警告的轻微处罚不得归入信用档案(《山东省社会信用条例》第十三条第二款)",
                    "A minor penalty of a warning only must not enter (Shandong Social Credit Regulation art. 13(2))"),
            when(
                    "details.types",
                    record -> isMinorPenalty(record)
                            && isWarningOnly(record.detailsOrNone().path("types")))),

    /** Art. 42: data about a person's faith and body are banned from credit records, under whatever key they come. */
    BANNED_DATA_STAYS_OUT(
            "banned-data",
            new Text(
                    "不得采集宗教信仰、基因、指纹、血型、疾病等信息(《山东省社会信用条例》第四十二条)",
                    "Religion, genes, fingerprints, blood type and disease must not be collected (Shandong Social Credit"
                            + " Regulation art. 42)"),
            whereData(leaf -> Words.BODY_AND_FAITH.contains(leaf.key())
                    || Words.TOLD.matcher(leaf.text()).find())),

    /** Art. 42: income, deposits and the like only with written consent; no form of the archive asks for them. */
    INCOME_STAYS_OUT(
            "banned-data",
            new Text(
                    "未经本人书面同意不得采集收入、存款、有价证券、不动产、纳税数额等信息(《山东省社会信用条例》第四十二条)",
                    "Income, deposits, securities, real estate and taxes must not be collected without written consent"
                            + " (Shandong Social Credit Regulation art. 42)"),
            whereData(leaf -> Words.PROPERTY.contains(leaf.key()))),

    /** 个人信息保护法 art. 6: no more than the purpose needs; a record about an enterprise needs nobody's number. */
    PERSONAL_DATA_STAYS_OUT(
            "personal-data",
            new Text(
                    "不得含有居民身份证号、电话号码、银行卡号等个人信息(《个人信息保护法》第六条)",
                    "Resident identity numbers, phone numbers and bank card numbers must not be in it (Personal Information"
                            + " Protection Law art. 6)"),
            whereData(leaf -> PersonalData.in(leaf.text()).isPresent()));

    private final ProblemType type;
    private final Text reason;
    private final Function<Facts, List<String>> refusedFields;

    EntryRule(String code, Text reason, Function<Facts, List<String>> refusedFields) {
        this.type = new ProblemType(422, code, new Text("依法不得归入信用档案", "Must not enter the archive"));
        this.reason = reason;
        this.refusedFields = refusedFields;
    }

    /** The refusal of this rule, naming each field, if it refuses any. */
    Optional<Problem> refusal(NewRecord record) {
        return refusal(Facts.of(record));
    }

    private Optional<Problem> refusal(Facts facts) {
        var fields = refusedFields.apply(facts);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var problem = new Problem(type, reason);
        fields.forEach(field -> problem.with(field, type.code(), reason));
        return Optional.of(problem);
    }

    /** @throws Problem 422 with the clause, by the first rule that refuses */
    static void admit(NewRecord record) {
        var facts = Facts.of(record);
        for (var rule : values()) {
            rule.refusal(facts).ifPresent(refused -> {
                throw refused;
            });
        }
    }

    private static Function<Facts, List<String>> when(String field, Predicate<NewRecord> condition) {
        return facts -> condition.test(facts.record) ? List.of(field) : List.of();
    }

    private static Function<Facts, List<String>> whereData(Predicate<Leaf> condition) {
        return facts -> facts.leaves.stream().filter(condition).map(Leaf::path).toList();
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

    /** A record, and all its values, taken apart once for all rules. */
    private record Facts(NewRecord record, List<Leaf> leaves) {

        static Facts of(NewRecord record) {
            return new Facts(record, Leaf.of(record).toList());
        }
    }

    /**
     * One value of a record.
     *
     * @param key its name without separators, in small letters
     * @param text what a person wrote, empty for numbers and the like
     */
    private record Leaf(String path, String key, String text) {

        private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]");

        static Stream<Leaf> of(NewRecord record) {
            return Stream.concat(
                    Stream.of(new Leaf("title", "title", record.title())),
                    of("details", "details", record.detailsOrNone()));
        }

        private static Stream<Leaf> of(String path, String name, JsonNode node) {
            var here = new Leaf(path, key(name), node.isTextual() ? node.asText() : "");
            if (node.isObject()) {
                return Stream.concat(
                        Stream.of(here),
                        node.properties().stream()
                                .flatMap(field -> of(path + "." + field.getKey(), field.getKey(), field.getValue())));
            }
            return Stream.concat(
                    Stream.of(here),
                    IntStream.range(0, node.size()).boxed().flatMap(i -> of(path + "[" + i + "]", "", node.get(i))));
        }

        private static String key(String name) {
            return SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
        }
    }

    private static final class Words {

        static final Set<String> BODY_AND_FAITH = Set.of(
                "religion",
                "gene",
                "genes",
                "fingerprint",
                "fingerprints",
                "bloodtype",
                "disease",
                "diseases",
                "宗教信仰",
                "宗教",
                "基因",
                "指纹",
                "血型",
                "疾病",
                "疾病史",
                "病史");

        static final Set<String> PROPERTY = Set.of(
                "income",
                "salary",
                "deposit",
                "deposits",
                "securities",
                "realestate",
                "收入",
                "个人收入",
                "工资",
                "存款",
                "有价证券",
                "不动产",
                "商业保险",
                "纳税数额");

        /**
         * A text tells such a thing of somebody when it gives the value. The word alone does not: there are fingerprint locks,
         * genetically modified food and centres for disease control.
         */
        static final Pattern TOLD = Pattern.compile("(?:宗教信仰|血型|指纹信息|基因信息|病史|疾病史|患有疾病)\\s*(?:[:：]|为|是|系)\\s*\\S"
                + "|(?:信仰|信奉)(?:佛|道|基督|天主|伊斯兰)教|患有?[^，。；,;]{1,12}(?:病|癌|症)"
                + "|(?i:blood type|religion|disease)\\s*:\\s*\\S");
    }
}
