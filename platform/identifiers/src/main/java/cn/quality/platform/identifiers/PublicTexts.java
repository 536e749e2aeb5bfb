package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.Map;
import java.util.Optional;

/** Texts that everybody will read: they hold no personal data, whoever wrote them. */
public final class PublicTexts {

    public static final ProblemType PERSONAL_DATA =
            new ProblemType(422, "personal-data", new Text("含有个人信息", "Personal data"));

    private PublicTexts() {}

    /**
     * Why they may not become public, naming each field and what was found in it.
     *
     * @param texts by the field in which each came in
     */
    public static Optional<Problem> refusal(Map<String, String> texts) {
        var problem = new Problem(
                PERSONAL_DATA, new Text("将公开展示的内容不得含有个人信息", "What is shown in public must not hold personal data"));
        texts.forEach((field, text) ->
                PersonalData.in(text).ifPresent(found -> problem.with(field, "personal-data", found.title())));
        return problem.violations().isEmpty() ? Optional.empty() : Optional.of(problem);
    }
}
