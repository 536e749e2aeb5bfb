package cn.quality.indicator.assessment;

import cn.quality.platform.identifiers.PersonalData;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words that stand in a public bundle or in the decision log, and so must not point to a person. */
final class PublicTexts {

    static final ProblemType PERSONAL_DATA =
            new ProblemType(422, "personal-data", new Text("内容含有个人信息", "The text contains personal data"));

    private PublicTexts() {}

    /**
     * Refuses numbers that point to a person.
     *
     * @throws Problem 422 {@code personal-data} naming each field
     */
    static void require(Map<String, String> texts) {
        var problem =
                new Problem(PERSONAL_DATA, new Text("请删除个人信息后重新提交", "Send it again without what points to a person"));
        texts.forEach((field, text) ->
                PersonalData.in(text).ifPresent(found -> problem.with(field, "personal-data", found.title())));
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    /** The same for the words of entries. */
    static void require(List<Entry> entries) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.document() != null) {
                texts.put("entries[%d].document".formatted(i), entry.document());
            }
            if (entry.notApplicable() != null) {
                texts.put("entries[%d].notApplicable".formatted(i), entry.notApplicable());
            }
        }
        require(texts);
    }
}
