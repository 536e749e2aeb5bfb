package cn.quality.standards.profile;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.declarant.Declarant;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.declaration.DeclarationService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "enterprises")
class EnterpriseResource {

    private final DeclarantService declarants;
    private final DeclarationService declarations;
    private final CacheableResponses answers;

    EnterpriseResource(DeclarantService declarants, DeclarationService declarations, CacheableResponses answers) {
        this.declarants = declarants;
        this.declarations = declarations;
        this.answers = answers;
    }

    @GET
    @Path("{uscc}")
    @PermitAll
    @Operation(
            operationId = "getEnterpriseProfile",
            summary = "企业的标志与声明数 Badge and declarations of an enterprise",
            description = "红黑榜标志由信用服务的事件得知。The badge is known from the events of the credit service.")
    @APIResponse(
            responseCode = "200",
            description = "企业概貌 The enterprise",
            content =
                    @Content(
                            schema = @Schema(implementation = EnterpriseProfile.class),
                            examples = @ExampleObject(name = "red", value = EXAMPLE)))
    @APIResponse(responseCode = "304", description = "未变 Not modified")
    public Response profile(
            @PathParam("uscc")
                    @Parameter(description = "统一社会信用代码 Unified social credit code", example = "91371199MA3RH00187")
                    String uscc) {
        return answers.of(profileOf(UnifiedSocialCreditCode.parse(uscc)));
    }

    private EnterpriseProfile profileOf(UnifiedSocialCreditCode uscc) {
        var declarant = declarants.find(uscc);
        var standing = declarants.standing(uscc);
        var declared = declarations.countPublic(uscc);
        if (declarant.isEmpty() && standing.entries().isEmpty() && declared == 0) {
            throw new Problem(
                    ProblemTypes.NOT_FOUND, Text.of("这里没有企业 %s", "nothing is known of enterprise %s here", uscc));
        }
        return new EnterpriseProfile(
                uscc.value(),
                declarant.map(Declarant::name).orElse(null),
                declarant.map(Declarant::status).orElse(null),
                standing.badge(),
                standing.entries(),
                declared);
    }

    private static final String EXAMPLE = """
            {"uscc":"91371199MA3RH00187","name":"日照示例海洋食品有限公司","status":"ACTIVE","badge":"RED",
             "listings":[{"listingId":"0199e0f0-0000-7000-8000-000000000002","kind":"RED",
                          "publishedAt":"2026-01-05T02:00:00Z"}],
             "declarations":3}""";
}
