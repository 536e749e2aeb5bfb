package cn.quality.credit.enterprise;

import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;

/** Refusals about enterprises. */
public final class EnterpriseProblems {

    static final ProblemType ALREADY_REGISTERED =
            new ProblemType(409, "already-registered", new Text("该企业已登记", "The enterprise is on file already"));
    public static final ProblemType UNKNOWN_ENTERPRISE =
            new ProblemType(422, "unknown-enterprise", new Text("企业未登记", "Unknown enterprise"));

    private EnterpriseProblems() {}

    static Problem alreadyRegistered(UnifiedSocialCreditCode code) {
        return new Problem(
                ALREADY_REGISTERED,
                Text.of(
                        "%s 已由另一来源记录登记，不能再次登记",
                        "%s was registered from another source record and cannot be registered twice", code));
    }

    /** 422 {@code unknown-enterprise}. */
    public static Problem unknown(UnifiedSocialCreditCode code) {
        return new Problem(
                UNKNOWN_ENTERPRISE,
                Text.of("%s 尚未登记，请先登记企业", "%s is not on file; register the enterprise first", code));
    }
}
