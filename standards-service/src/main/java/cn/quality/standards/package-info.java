/**
 * Standards of the city: which exist and are in force, and which ones enterprises say they follow.
 *
 * <p>By feature: {@code number} (what a standard is called), {@code catalogue} (standards of all levels and what replaces
 * what), {@code declaration} (enterprises make public what they follow), {@code declarant} (what this service knows of
 * enterprises, from the events of the credit service), {@code profile} (one enterprise as the public sees it), {@code
 * intake} (events in), {@code schema} (the contracts of the events out).
 *
 * <p>Features call each other's services and ports, never each other's repositories, and form no circle: number ←
 * catalogue ← declaration → declarant; profile and intake sit on top.
 */
@NullMarked
@OpenAPIDefinition(
        info =
                @Info(
                        title = "标准服务 Standards",
                        version = "1.0.0",
                        description = "标准目录与企业标准自我声明公开。Catalogue of standards and self-declarations of enterprises."),
        tags = {
            @Tag(name = "standards", description = "标准目录 Catalogue of standards of all levels"),
            @Tag(name = "declarations", description = "企业标准自我声明公开 Self-declarations"),
            @Tag(name = "enterprises", description = "企业概貌 One enterprise at a glance"),
            @Tag(name = "schemas", description = "事件契约 Contracts of the events this service sends")
        },
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "bearer",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description = "OIDC 访问令牌 Access token of the realm"),
                        responses = {
                            @APIResponse(
                                    name = "BadRequest",
                                    description = "请求有误：逐条列出原因 Refused with every reason",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.BAD_REQUEST))),
                            @APIResponse(
                                    name = "Unauthenticated",
                                    description = "缺少有效令牌 No valid token",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.UNAUTHENTICATED))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "角色或身份不允许 The role or identity may not",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.FORBIDDEN))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "没有该内容 Nothing there",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.NOT_FOUND))),
                            @APIResponse(
                                    name = "NotAcceptable",
                                    description = "不提供该格式 This format is not offered",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.NOT_ACCEPTABLE))),
                            @APIResponse(
                                    name = "Conflict",
                                    description = "与现状冲突 Conflicts with the present state",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.CONFLICT))),
                            @APIResponse(
                                    name = "PayloadTooLarge",
                                    description = "内容过大 Body too large",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.TOO_LARGE))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "只接受 application/json Only application/json is taken",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.UNSUPPORTED))),
                            @APIResponse(
                                    name = "Unprocessable",
                                    description = "内容可读但不符合规则 Readable, but a rule says no",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemBody.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "example",
                                                                    value = ProblemBody.UNPROCESSABLE)))
                        }))
package cn.quality.standards;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
