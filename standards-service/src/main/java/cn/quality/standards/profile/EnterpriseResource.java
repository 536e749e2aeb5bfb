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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(EnterpriseProfile.class)
    public Response getEnterpriseProfile(@PathParam("uscc") String uscc) {
        return answers.of(profileOf(UnifiedSocialCreditCode.read(uscc)));
    }

    private EnterpriseProfile profileOf(UnifiedSocialCreditCode uscc) {
        var declarant = declarants.find(uscc);
        var standing = declarants.standing(uscc);
        var declared = declarations.countPublic(uscc);
        if (declarant.isEmpty() && standing.entries().isEmpty() && declared == 0) {
            throw uscc.irregularity()
                    .orElseGet(() -> new Problem(
                            ProblemTypes.NOT_FOUND,
                            Text.of("这里没有企业 %s", "nothing is known of enterprise %s here", uscc)));
        }
        return new EnterpriseProfile(
                uscc.value(),
                declarant.map(Declarant::name).orElse(null),
                declarant.map(Declarant::status).orElse(null),
                standing.badge(),
                standing.entries(),
                declared);
    }
}
