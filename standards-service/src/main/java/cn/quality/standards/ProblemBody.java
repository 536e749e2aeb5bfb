package cn.quality.standards;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of every refusal (RFC 9457), for the API document only: the platform writes it. */
@Schema(name = "Problem", description = "RFC 9457 problem details")
record ProblemBody(
        @Schema(required = true) String type,

        @Schema(required = true) String title,

        @Schema(required = true) int status,

        @Schema(required = true) String detail,

        @Schema(required = true) String instance,

        @Schema(required = true, description = "稳定的英文代码 Stable, programs may compare it")
        String code,

        @Schema(required = true) String traceId,

        @Nullable List<Violation> violations) {

    @Schema(name = "Violation")
    record Violation(
            @Schema(required = true) String field,

            @Schema(required = true) String code,

            @Schema(required = true) String message) {}

    static final String BAD_REQUEST = """
            {"type":"urn:problem:invalid-standard-number","title":"标准编号有误","status":400,
             "detail":"请求内容有 1 处错误","instance":"/api/standards/v1/declarations","code":"invalid-standard-number",
             "traceId":"4bf92f3577b34da6a3ce929d0e0e4736",
             "violations":[{"field":"executes[0]","code":"year","message":"缺少四位年份或年份有误"}]}""";

    static final String UNAUTHENTICATED = """
            {"type":"urn:problem:unauthenticated","title":"未通过身份认证","status":401,"detail":"请提供有效的访问令牌",
             "instance":"/api/standards/v1/declarations","code":"unauthenticated",
             "traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String FORBIDDEN = """
            {"type":"urn:problem:forbidden","title":"没有权限","status":403,"detail":"当前身份无权执行此操作",
             "instance":"/api/standards/v1/declarations","code":"forbidden",
             "traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String NOT_FOUND = """
            {"type":"urn:problem:not-found","title":"未找到","status":404,"detail":"该地址没有内容",
             "instance":"/api/standards/v1/standards/0199e0f0-0000-7000-8000-000000000000","code":"not-found",
             "traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String NOT_ACCEPTABLE = """
            {"type":"urn:problem:not-acceptable","title":"无法提供所要求的格式","status":406,
             "detail":"该地址不提供 Accept 所要求的格式","instance":"/api/standards/v1/standards","code":"not-acceptable",
             "traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String CONFLICT = """
            {"type":"urn:problem:already-declared","title":"该标准已声明公开","status":409,
             "detail":"Q/RZSL 001-2024 已由声明 0199e0f0-0000-7000-8000-000000000000 公开",
             "instance":"/api/standards/v1/declarations","code":"already-declared",
             "traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String TOO_LARGE = """
            {"type":"urn:problem:payload-too-large","title":"请求内容过大","status":413,
             "detail":"请求内容不得超过 1048576 字节","instance":"/api/standards/v1/declarations",
             "code":"payload-too-large","traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String UNSUPPORTED = """
            {"type":"urn:problem:unsupported-media-type","title":"不支持的内容类型","status":415,
             "detail":"该地址不接受此 Content-Type","instance":"/api/standards/v1/declarations",
             "code":"unsupported-media-type","traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String UNPROCESSABLE = """
            {"type":"urn:problem:unusable-standard","title":"所执行的标准不可用","status":422,
             "detail":"1 项标准未收录或不是现行标准","instance":"/api/standards/v1/declarations","code":"unusable-standard",
             "traceId":"4bf92f3577b34da6a3ce929d0e0e4736",
             "violations":[{"field":"executes[0]","code":"not-in-force",
              "message":"GB/T 19001-2008 已被代替，现行标准为 GB/T 19001-2016"}]}""";
}
