package cn.quality.credit.rules;

import cn.quality.platform.identifiers.IndustryCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;

/** Refusals because something named is not in the reference data. */
public final class ReferenceProblems {

    public static final ProblemType UNKNOWN_REGION =
            new ProblemType(422, "unknown-region", new Text("区划代码未登记", "Unknown region"));
    public static final ProblemType UNKNOWN_LEGAL_BASIS =
            new ProblemType(422, "unknown-legal-basis", new Text("设列依据未登记", "Unknown legal basis"));

    public static final ProblemType UNKNOWN_INDUSTRY =
            new ProblemType(422, "unknown-industry", new Text("行业代码不在目录中", "Unknown industry"));

    private ReferenceProblems() {}

    public static Problem unknownIndustry(IndustryCode code) {
        return new Problem(
                UNKNOWN_INDUSTRY,
                Text.of(
                        "现行《国民经济行业分类》没有“%s”：门类不存在，或该门类没有此大类",
                        "The classification of industries in force has no '%s': no such section, or no such division of it",
                        code));
    }

    public static Problem unknownRegion(String code) {
        return new Problem(
                UNKNOWN_REGION, Text.of("区划代码“%s”未登记或已失效", "Region '%s' is not registered or no longer valid", code));
    }

    public static Problem unknownLegalBasis(String code) {
        return new Problem(
                UNKNOWN_LEGAL_BASIS, Text.of("依据代码“%s”不在目录中", "Legal basis '%s' is not in the catalogue", code));
    }
}
