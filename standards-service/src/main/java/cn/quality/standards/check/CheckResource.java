package cn.quality.standards.check;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks")
class CheckResource {

    private final CheckService service;
    private final CacheableResponses answers;

    CheckResource(CheckService service, CacheableResponses answers) {
        this.service = service;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @APIResponseSchema(CheckView.class)
    public Response checkDeclared(
            @QueryParam("number") @Size(max = 200) @Nullable String number,
            @QueryParam("uscc") @Nullable String uscc,
            @QueryParam("product") @Size(max = 200) @Nullable String product) {
        var flaws = new Flaws();
        if (number == null || number.isBlank()) {
            flaws.missing("number");
        }
        if (uscc == null || uscc.isBlank()) {
            flaws.missing("uscc");
        }
        flaws.refuseIfAny();
        return answers.of(service.check(
                StandardNumber.reference(String.valueOf(number)),
                UnifiedSocialCreditCode.read(String.valueOf(uscc)),
                Optional.ofNullable(product).filter(name -> !name.isBlank())));
    }
}
