package cn.quality.gateway.edge;

import java.util.Arrays;

/** Every refusal the gateway itself can give. The codes are stable; programs may compare them. */
public enum ProblemType {
    BAD_REQUEST(400, "bad-request", "请求有误", "Bad request"),
    MALFORMED_PATH(400, "malformed-path", "请求地址不合规范", "Malformed address"),
    UNAUTHENTICATED(401, "unauthenticated", "未通过身份认证", "Not authenticated"),
    INVALID_TOKEN(401, "invalid-token", "访问令牌无效", "Invalid access token"),
    FORBIDDEN(403, "forbidden", "无权执行此操作", "Forbidden"),
    CSRF(403, "csrf", "请求来源无法确认", "Origin of the request not confirmed"),
    NOT_FOUND(404, "not-found", "未找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "不支持的请求方法", "Method not allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable", "无法提供所要求的格式", "Not acceptable"),
    REQUEST_TIMEOUT(408, "request-timeout", "请求内容传输过慢", "The request took too long"),
    PAYLOAD_TOO_LARGE(413, "payload-too-large", "请求内容过大", "Payload too large"),
    URI_TOO_LONG(414, "uri-too-long", "请求地址过长", "Address too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "不支持的内容类型", "Unsupported media type"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "请求过于频繁", "Too many requests"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "请求头过大", "Request headers too large"),
    INTERNAL(500, "internal-error", "系统内部错误", "Internal error"),
    BAD_GATEWAY(502, "bad-gateway", "服务应答中断", "The service broke off"),
    UNAVAILABLE(503, "unavailable", "服务暂不可用", "Service unavailable"),
    IDENTITY_UNAVAILABLE(503, "identity-unavailable", "身份认证服务暂不可用", "Identity service unavailable"),
    OVERLOADED(503, "overloaded", "请求过多", "Overloaded"),
    TIMEOUT(504, "upstream-timeout", "服务应答超时", "The service took too long");

    private final int status;
    private final String code;
    private final Text title;

    ProblemType(int status, String code, String zh, String en) {
        this.status = status;
        this.code = code;
        this.title = new Text(zh, en);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Text title() {
        return title;
    }

    /** The type that fits an HTTP status best, for answers that came without words. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
    }
}
