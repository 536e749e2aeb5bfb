package cn.quality.indicator.dataset;

import cn.quality.platform.dcat.Dataset;
import cn.quality.platform.dcat.Dataset.Distribution;
import cn.quality.platform.problem.Text;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The datasets of this service. */
final class IndicatorDatasets {

    private static final String API = "/api/indicators/v1/";
    private static final String ISO_17369 = "https://www.iso.org/standard/52500.html";
    private static final List<Distribution> SDMX = List.of(
            new Distribution(
                    new Text("SDMX 2.1（REST 1.5）", "SDMX 2.1 (REST 1.5)"),
                    "/sdmx/v1/data/DF_QUALITY",
                    false,
                    "application/vnd.sdmx.genericdata+xml",
                    ISO_17369),
            new Distribution(
                    new Text("SDMX 3（REST 2）", "SDMX 3 (REST 2)"),
                    "/sdmx/v2/data/dataflow/RZ/DF_QUALITY/1.0.0",
                    false,
                    "application/vnd.sdmx.data+json",
                    ISO_17369));

    private IndicatorDatasets() {}

    static List<Dataset> all() {
        return List.of(
                new Dataset(
                        "observations",
                        new Text("质量指标数据", "Quality indicators: figures"),
                        new Text(
                                "日照市质量与标准化规划各项指标按地区、时期发布的数据，含修订记录。",
                                "Published figures of the indicators of the city's quality and standardization plans, by area and"
                                        + " period, with their revisions."),
                        List.of("质量", "标准化", "指标", "quality", "standardization", "indicators"),
                        Optional.empty(),
                        Stream.concat(
                                        forms(
                                                "observations?history=true",
                                                MediaType.APPLICATION_JSON,
                                                CsvTable.MEDIA_TYPE,
                                                ListResponses.NDJSON,
                                                TableRows.XLSX)
                                                .stream(),
                                        SDMX.stream())
                                .toList()),
                new Dataset(
                        "indicators",
                        new Text("质量指标目录", "Quality indicators: catalogue"),
                        new Text("规划中的定量表述，逐条附原文。", "The quantitative statements of the plans, each with its words."),
                        List.of("规划", "指标目录", "plan", "catalogue"),
                        Optional.empty(),
                        forms("indicators", MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON)),
                new Dataset(
                        "targets",
                        new Text("规划目标", "Targets of the plans"),
                        new Text(
                                "各规划的目标，附口径与原文位置。",
                                "What each plan promised, with its scope and the place of its words."),
                        List.of("规划目标", "targets"),
                        Optional.empty(),
                        forms("targets", MediaType.APPLICATION_JSON)),
                new Dataset(
                        "assessments",
                        new Text("政府质量工作考核结果", "Results of the assessment of quality work"),
                        new Text(
                                "已公布的考核结果，附可自行验算的结果包。",
                                "Published results, each with a bundle that anybody can recompute."),
                        List.of("质量工作考核", "assessment"),
                        Optional.empty(),
                        forms("assessments", MediaType.APPLICATION_JSON)),
                new Dataset(
                        "warnings",
                        new Text("质量预警", "Warnings"),
                        new Text(
                                "已公布的数据偏离规划的情形及其整改进展。",
                                "Where published figures are off the plans, and how far the rectification is."),
                        List.of("预警", "整改", "warnings"),
                        Optional.empty(),
                        forms("warnings", MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON)),
                new Dataset(
                        "areas",
                        new Text("统计地区", "Areas"),
                        new Text("指标数据的地区及其隶属关系。", "The areas that figures are reported for, and what they lie in."),
                        List.of("地区", "areas"),
                        Optional.empty(),
                        forms("areas", MediaType.APPLICATION_JSON)));
    }

    private static List<Distribution> forms(String path, String... mediaTypes) {
        return Stream.of(mediaTypes)
                .map(type -> new Distribution(new Text(type + " 格式", "as " + type), API + path, false, type, ""))
                .toList();
    }
}
