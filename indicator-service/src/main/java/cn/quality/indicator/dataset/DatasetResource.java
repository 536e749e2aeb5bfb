package cn.quality.indicator.dataset;

import cn.quality.indicator.observation.ObservationService;
import cn.quality.platform.dcat.DataCatalogue;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("datasets")
@PermitAll
@Tag(name = "datasets", description = "开放数据目录 (open data, as DCAT-AP)")
class DatasetResource {

    private final ObservationService observations;
    private final CacheableResponses answers;

    DatasetResource(ObservationService observations, CacheableResponses answers) {
        this.observations = observations;
        this.answers = answers;
    }

    @GET
    @Produces(DataCatalogue.JSON_LD)
    public Response getDatasetCatalogue() {
        var catalogue = new DataCatalogue(
                "/api/indicators/v1/datasets",
                Text.of("日照市质量指标开放数据", "Open data of the quality indicators of Rizhao"),
                observations.newestPublication(),
                IndicatorDatasets.all());
        return Response.fromResponse(answers.of(catalogue.asJsonLd()))
                .type(DataCatalogue.JSON_LD)
                .build();
    }
}
