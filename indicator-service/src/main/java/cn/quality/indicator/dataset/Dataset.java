package cn.quality.indicator.dataset;

import cn.quality.indicator.BilingualText;
import cn.quality.platform.tabular.CsvTable;
import cn.quality.platform.tabular.ListResponses;
import cn.quality.platform.tabular.TableRows;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dataset that everybody may read.
 *
 * @param id last part of its address
 */
record Dataset(
        String id,
        BilingualText title,
        BilingualText description,
        List<String> keywords,
        List<Distribution> distributions) {

    /**
     * A form in which it can be had.
     *
     * @param address relative to the gateway
     * @param conformsTo the specification of its format; empty where the media type says it
     */
    record Distribution(BilingualText title, String address, String mediaType, String conformsTo) {}

    private static final String API = "/api/indicators/v1/";

    static List<Dataset> all() {
        return List.of(
                new Dataset(
                        "observations",
                        new BilingualText("质量指标数据", "Quality indicators: figures"),
                        new BilingualText(
                                "日照市质量与标准化规划各项指标按地区、时期发布的数据，含修订记录。",
                                "Published figures of the indicators of the city's quality and standardization plans, by area and"
                                        + " period, with their revisions."),
                        List.of("质量", "标准化", "指标", "quality", "standardization", "indicators"),
                        forms(
                                "observations?history=true",
                                MediaType.APPLICATION_JSON,
                                CsvTable.MEDIA_TYPE,
                                ListResponses.NDJSON,
                                TableRows.XLSX)),
                new Dataset(
                        "indicators",
                        new BilingualText("质量指标目录", "Quality indicators: catalogue"),
                        new BilingualText(
                                "规划中的定量表述，逐条附原文。", "The quantitative statements of the plans, each with its words."),
                        List.of("规划", "指标目录", "plan", "catalogue"),
                        forms("indicators", MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE, ListResponses.NDJSON)),
                new Dataset(
                        "areas",
                        new BilingualText("统计地区", "Areas"),
                        new BilingualText(
                                "指标数据的地区及其隶属关系。", "The areas that figures are reported for, and what they lie in."),
                        List.of("地区", "areas"),
                        forms("areas", MediaType.APPLICATION_JSON)));
    }

    private static List<Distribution> forms(String path, String... mediaTypes) {
        return Stream.of(mediaTypes)
                .map(type -> new Distribution(new BilingualText(type + " 格式", "as " + type), API + path, type, ""))
                .toList();
    }
}
