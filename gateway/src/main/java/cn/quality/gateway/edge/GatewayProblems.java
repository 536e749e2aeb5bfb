package cn.quality.gateway.edge;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;

/** The problems that only the gateway gives, beside {@link cn.quality.platform.problem.ProblemTypes}. */
public final class GatewayProblems {

    public static final ProblemType MALFORMED_PATH = type(400, "malformed-path", "请求地址不合规范", "Malformed address");
    public static final ProblemType INVALID_TOKEN = type(401, "invalid-token", "访问令牌无效", "Invalid access token");
    public static final ProblemType CSRF = type(403, "csrf", "请求来源无法确认", "Origin of the request not confirmed");
    public static final ProblemType IDENTITY_UNAVAILABLE =
            type(503, "identity-unavailable", "身份认证服务暂不可用", "Identity service unavailable");
    public static final ProblemType OVERLOADED = type(503, "overloaded", "请求过多", "Overloaded");

    private GatewayProblems() {}

    /** Too much is under way already. */
    public static Problem overloaded() {
        return new Problem(OVERLOADED, new Text("当前请求过多，请稍后再试", "Too many requests are under way, try again shortly"))
                .retryAfter(1);
    }

    /** What a slow caller causes is no fault of a service. */
    public static Problem bodyTooSlow() {
        return new Problem(
                ProblemTypes.REQUEST_TIMEOUT, new Text("请求内容未在时限内传完", "The body did not come to its end in time"));
    }

    /** The caller left, or sent what is no body. */
    static Problem bodyBroken() {
        return new Problem(ProblemTypes.BAD_REQUEST, new Text("请求内容传输中断或有误", "The body broke off or is malformed"));
    }

    private static ProblemType type(int status, String code, String zh, String en) {
        return new ProblemType(status, code, new Text(zh, en));
    }
}
