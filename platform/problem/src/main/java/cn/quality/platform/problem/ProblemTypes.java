package cn.quality.platform.problem;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The refusals every service knows. Rules of the field declare their own beside the rule. */
public final class ProblemTypes {

    public static final ProblemType BAD_REQUEST = type(400, "bad-request", "请求有误", "Bad request");
    public static final ProblemType MALFORMED_JSON = type(400, "malformed-json", "请求内容不是有效的 JSON", "Malformed JSON");
    public static final ProblemType INVALID_ARGUMENT = type(400, "invalid-argument", "请求参数不合法", "Invalid argument");
    public static final ProblemType INVALID_CURSOR = type(400, "invalid-cursor", "分页游标无效", "Invalid cursor");
    public static final ProblemType UNAUTHENTICATED = type(401, "unauthenticated", "未通过身份认证", "Not authenticated");
    public static final ProblemType FORBIDDEN = type(403, "forbidden", "没有权限", "Forbidden");
    public static final ProblemType FOREIGN_REGION = type(403, "foreign-region", "超出管辖区域", "Foreign region");
    public static final ProblemType NO_ENTERPRISE =
            type(403, "no-enterprise", "当前身份不代表企业", "This identity acts for no enterprise");
    public static final ProblemType NO_ORGANIZATION =
            type(403, "no-organization", "当前身份不代表社会团体", "This identity acts for no social organisation");
    public static final ProblemType NOT_FOUND = type(404, "not-found", "未找到", "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            type(405, "method-not-allowed", "不支持的请求方法", "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE = type(406, "not-acceptable", "无法提供所要求的格式", "Not acceptable");
    public static final ProblemType REQUEST_TIMEOUT =
            type(408, "request-timeout", "请求内容传输过慢", "The request took too long");
    public static final ProblemType CONFLICT = type(409, "conflict", "与现有数据冲突", "Conflict");
    public static final ProblemType CONCURRENT_CHANGE =
            type(409, "concurrent-change", "数据刚被他人修改", "Changed by somebody else at the same time");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            type(409, "idempotency-key-reused", "幂等键已用于另一请求", "Idempotency key reused");
    public static final ProblemType CURSOR_TOO_OLD = type(410, "cursor-too-old", "游标已过保留期", "Cursor too old");
    public static final ProblemType PRECONDITION_FAILED = type(412, "stale", "数据版本已过期", "Stale version");
    public static final ProblemType PAYLOAD_TOO_LARGE = type(413, "payload-too-large", "请求内容过大", "Payload too large");
    public static final ProblemType URI_TOO_LONG = type(414, "uri-too-long", "请求地址过长", "Address too long");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            type(415, "unsupported-media-type", "不支持的内容类型", "Unsupported media type");
    public static final ProblemType UNPROCESSABLE = type(422, "unprocessable", "请求内容无法处理", "Unprocessable");
    public static final ProblemType PRECONDITION_REQUIRED =
            type(428, "precondition-required", "缺少 If-Match 版本", "If-Match required");
    public static final ProblemType TOO_MANY_REQUESTS = type(429, "too-many-requests", "请求过于频繁", "Too many requests");
    public static final ProblemType HEADERS_TOO_LARGE =
            type(431, "headers-too-large", "请求头过大", "Request headers too large");
    public static final ProblemType INTERNAL = type(500, "internal-error", "系统内部错误", "Internal error");
    public static final ProblemType BAD_GATEWAY = type(502, "bad-gateway", "服务应答中断", "The service broke off");
    public static final ProblemType UNAVAILABLE = type(503, "unavailable", "服务暂不可用", "Service unavailable");
    public static final ProblemType UPSTREAM_TIMEOUT =
            type(504, "upstream-timeout", "服务应答超时", "The service took too long");

    private static final Map<Integer, ProblemType> BY_STATUS = Stream.of(
                    BAD_REQUEST,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    REQUEST_TIMEOUT,
                    CONFLICT,
                    PAYLOAD_TOO_LARGE,
                    URI_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE,
                    UNPROCESSABLE,
                    TOO_MANY_REQUESTS,
                    HEADERS_TOO_LARGE,
                    BAD_GATEWAY,
                    UNAVAILABLE,
                    UPSTREAM_TIMEOUT)
            .collect(Collectors.toUnmodifiableMap(ProblemType::status, Function.identity()));

    private ProblemTypes() {}

    /** The general type of an HTTP status, for refusals that a library made. */
    public static ProblemType ofStatus(int status) {
        return BY_STATUS.getOrDefault(status, status >= 500 ? INTERNAL : BAD_REQUEST);
    }

    private static ProblemType type(int status, String code, String zh, String en) {
        return new ProblemType(status, code, new Text(zh, en));
    }
}
