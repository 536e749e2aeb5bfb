package cn.quality.standards.exchange;

import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.standards.catalogue.CatalogueReads;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One standard as Relaton, the bibliographic model of standards bodies. */
@Path("standards/{id}/relaton")
@Tag(name = "exchange")
class RelatonResource {

    /** The first is answered to a client who accepts anything. */
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.valueOf(RelatonYaml.MEDIA_TYPE), MediaType.valueOf(RelatonXml.MEDIA_TYPE))
            .build();

    private final CatalogueReads catalogue;
    private final CacheableResponses answers;

    RelatonResource(CatalogueReads catalogue, CacheableResponses answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    @GET
    @PermitAll
    @Produces({RelatonYaml.MEDIA_TYPE, RelatonXml.MEDIA_TYPE})
    @APIResponseSchema(String.class)
    public Response getRelaton(@PathParam("id") UUID id, @Context Request request) {
        var item = catalogue
                .byId(id)
                .map(RelatonItem::of)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, Text.of("目录中没有标准 %s", "the catalogue holds no standard %s", id)));
        var form = ListResponses.form(request, FORMS);
        return answers.of(form.getSubtype().equals("xml") ? RelatonXml.write(item) : RelatonYaml.write(item), form);
    }
}
