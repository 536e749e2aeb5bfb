package cn.quality.standards.registry;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.registry.RegistryKind.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an entry is to say, as it was sent. */
@Schema(name = "NewRegistryEntry")
record NewEntry(
        @Schema(required = true, examples = "日照示例海洋食品有限公司") @Nullable
        String name,

        @Schema(examples = "91371199MA3RH00187") @Nullable String uscc,

        @Schema(required = true, examples = "371102") @Nullable
        String region,

        @Schema(description = "按种类的字段 By the fields of the kind", examples = "{\"grade\": \"AAA\"}") @Nullable
        Map<String, @Nullable String> fields,

        @Schema(examples = "2026-03-01", description = "专家：本人同意公开之日 Of an expert: the day of consent to be listed")
        @Nullable
        LocalDate consentedOn,

        @Schema(required = true, examples = "示例：通过现场评价，得分 420 分") @Nullable
        String reason) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;

    /**
     * @param known whether an enterprise of this code is registered, for a code that does not check
     * @throws Problem 400 with everything that is wrong
     */
    EntryContent checked(RegistryKind kind, LocalDate today, Predicate<UnifiedSocialCreditCode> known) {
        var flaws = new Flaws();
        var self = flaws.text(name, "name", LONGEST_NAME);
        flaws.text(reason, "reason", LONGEST_REASON);
        if (region == null || !RegionCode.isValid(region)) {
            flaws.add("region", "form", Text.of("应为六位数字区划代码", "a six-digit region code"));
        }
        var code = code(kind, known, flaws);
        if (kind.subject() == Subject.PERSON && consentedOn == null) {
            flaws.add("consentedOn", "required", Text.of("须经本人同意方可公开", "A person is listed only with consent"));
        }
        if (consentedOn != null && consentedOn.isAfter(today)) {
            flaws.add("consentedOn", "range", Text.of("不得晚于今天", "not after today"));
        }
        var values = new HashMap<String, String>();
        if (fields != null) {
            fields.forEach((field, value) -> {
                if (value != null) {
                    values.put(field, value);
                }
            });
        }
        var read = kind.read(values, "fields", flaws);
        flaws.refuseIfAny();
        return new EntryContent(
                self, code, new RegionCode(region == null ? "" : region), read, Optional.ofNullable(consentedOn));
    }

    /** The words for the history. */
    String words() {
        return reason == null ? "" : reason.strip();
    }

    private Optional<UnifiedSocialCreditCode> code(
            RegistryKind kind, Predicate<UnifiedSocialCreditCode> known, Flaws flaws) {
        var text = flaws.optionalText(uscc, "uscc", LONGEST_NAME);
        if (text == null) {
            if (kind.subject() == Subject.ENTERPRISE) {
                flaws.missing("uscc");
            }
            return Optional.empty();
        }
        if (kind.subject() == Subject.PERSON) {
            flaws.add("uscc", "unsuitable", Text.of("专家没有统一社会信用代码", "a person has no credit code"));
            return Optional.empty();
        }
        try {
            var code = UnifiedSocialCreditCode.read(text);
            code.irregularity()
                    .filter(slip -> !known.test(code))
                    .ifPresent(slip -> flaws.add("uscc", "invalid-uscc", slip.detail()));
            return Optional.of(code);
        } catch (Problem invalid) {
            flaws.add("uscc", "invalid-uscc", invalid.detail());
            return Optional.empty();
        }
    }
}
