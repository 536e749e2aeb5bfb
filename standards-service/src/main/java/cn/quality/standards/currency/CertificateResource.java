package cn.quality.standards.currency;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.standards.file.StoredFiles;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where anybody verifies a certificate by its number. */
@Path("currency-certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "currency")
class CertificateResource {

    private final CurrencyCheckService service;
    private final CacheableResponses answers;

    CertificateResource(CurrencyCheckService service, CacheableResponses answers) {
        this.service = service;
        this.answers = answers;
    }

    @GET
    @Path("{number}")
    @PermitAll
    @APIResponseSchema(CertificateView.class)
    public Response verifyCurrencyCertificate(@PathParam("number") String number) {
        var check = service.byCertificate(number.strip().toUpperCase(Locale.ROOT));
        return answers.of(new CertificateView(
                check.certificate(),
                check.day(),
                Objects.requireNonNull(check.finishedAt()),
                check.numbers(),
                check.counts(),
                check.requestDigest(),
                Objects.requireNonNull(check.resultDigest()),
                check.pdf().map(StoredFiles.Stored::digest).orElse(null)));
    }
}
