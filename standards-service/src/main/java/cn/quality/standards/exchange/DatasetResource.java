package cn.quality.standards.exchange;

import cn.quality.platform.dcat.DataCatalogue;
import cn.quality.platform.dcat.Dataset;
import cn.quality.platform.dcat.Dataset.Distribution;
import cn.quality.platform.http.CacheableResponses;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("datasets")
@PermitAll
@Tag(name = "exchange")
class DatasetResource {

    private static final String API = "/api/standards/v1/";

    private static final List<Dataset> DATASETS = List.of(
            new Dataset(
                    "standards",
                    Text.of("标准目录", "Catalogue of standards"),
                    Text.of(
                            "国家、行业、地方、团体、企业标准及所采用国际标准的题录、代替关系与法律状态。",
                            "Standards of all levels and the international ones they adopt, with their relations and legal state."),
                    List.of("标准", "标准化", "standards", "standardization"),
                    Optional.of(Text.of(
                            "每项标准的来源见 source。国际标准部分含 " + IsoDeliverable.ATTRIBUTION,
                            "The source of each standard is in source. Of international ones: contains information from "
                                    + IsoDeliverable.ATTRIBUTION)),
                    List.of(
                            file("standards/files/standards.csv", CsvTable.MEDIA_TYPE),
                            file("standards/files/standards.ndjson", ListResponses.NDJSON),
                            api("standards", MediaType.APPLICATION_JSON))),
            new Dataset(
                    "declarations",
                    Text.of("企业标准自我声明", "Self-declarations of enterprises"),
                    Text.of(
                            "企业自我声明公开的标准及产品；示例企业均为虚构。",
                            "What enterprises declare of the standards they follow; the enterprises of the sample are fictional."),
                    List.of("企业标准", "自我声明", "self-declaration"),
                    Optional.empty(),
                    List.of(
                            api("declarations", MediaType.APPLICATION_JSON),
                            api("declarations", CsvTable.MEDIA_TYPE),
                            api("declarations", ListResponses.NDJSON))));

    private final CacheableResponses answers;

    DatasetResource(CacheableResponses answers) {
        this.answers = answers;
    }

    @GET
    @Produces(DataCatalogue.JSON_LD)
    public Response getDatasetCatalogue() {
        var catalogue = new DataCatalogue(
                API + "datasets",
                Text.of("日照市标准信息开放数据", "Open data of the standards of Rizhao"),
                Optional.empty(),
                DATASETS);
        return Response.fromResponse(answers.of(catalogue.asJsonLd()))
                .type(DataCatalogue.JSON_LD)
                .build();
    }

    private static Distribution file(String path, String mediaType) {
        return new Distribution(
                Text.of("每日全量文件 " + mediaType, "Daily file, " + mediaType), API + path, true, mediaType, "");
    }

    private static Distribution api(String path, String mediaType) {
        return new Distribution(Text.of(mediaType + " 格式", "as " + mediaType), API + path, false, mediaType, "");
    }
}
