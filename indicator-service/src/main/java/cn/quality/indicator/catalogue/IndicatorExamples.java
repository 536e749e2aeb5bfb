package cn.quality.indicator.catalogue;

/** What the API document shows. */
final class IndicatorExamples {

    static final String SENT = """
            {
              "code": "PRD_SUPERV_PASS",
              "nameZh": "工业产品质量监督抽查合格率",
              "nameEn": "Industrial product supervision pass rate",
              "domain": "product",
              "unit": "%",
              "kind": "REACH",
              "direction": "AT_LEAST",
              "baseline": {"year": 2015, "value": 93.2, "qualifier": "EQ", "text": "93.2%"},
              "target": {"year": 2020, "value": 97, "qualifier": "GE", "text": "97%以上"},
              "plans": ["quality-2016-2020"],
              "quotations": [
                {"plan": "quality-2016-2020", "text": "工业产品质量监督抽查合格率达到93.2%"},
                {"plan": "quality-2016-2020", "text": "全市工业产品质量监督抽查合格率达到97%以上"}
              ]
            }""";

    static final String SHOWN = """
            {
              "code": "STD_SELF_DECL",
              "nameZh": "企业自我声明公开的企业标准数量",
              "nameEn": "Self-declared public enterprise standards",
              "domain": "standardization",
              "unit": "项",
              "kind": "REACH",
              "direction": "AT_LEAST",
              "target": {"year": 2020, "value": 3000, "qualifier": "GE", "text": "3000项以上"},
              "plans": ["standardization-2016-2020"],
              "quotations": [
                {"plan": "standardization-2016-2020", "text": "企业自我声明公开的企业标准数量达到3000项以上"}
              ],
              "version": 1,
              "live": {
                "code": "STD_SELF_DECL",
                "nameZh": "企业自我声明公开的企业标准数量",
                "nameEn": "Self-declared public enterprise standards",
                "value": 1520,
                "status": "P",
                "asOf": "2026-03-02T01:15:00Z"
              }
            }""";

    static final String PAGE = """
            {
              "items": [
                {
                  "code": "ENG_MAJOR_ACCIDENT",
                  "nameZh": "重大工程质量事故",
                  "nameEn": "Major engineering quality accidents",
                  "domain": "engineering",
                  "unit": "起",
                  "kind": "ZERO",
                  "direction": "EXACTLY",
                  "target": {"year": 2020, "value": 0, "qualifier": "EQ", "text": "为零"},
                  "plans": ["quality-2016-2020"],
                  "quotations": [{"plan": "quality-2016-2020", "text": "全市重大工程质量事故为零"}],
                  "version": 1
                }
              ],
              "next": "WyJFTkdfTUFKT1JfQUNDSURFTlQiXQ"
            }""";

    static final String TABLE = """
            code,name_zh,name_en,domain,unit,kind,direction,baseline_year,baseline_value,baseline_qualifier,\
            baseline_text,target_year,target_value,target_qualifier,target_text,plans,quotations,note\r
            ENG_MAJOR_ACCIDENT,重大工程质量事故，Major engineering quality accidents,engineering,起，ZERO,EXACTLY,\
            ,,,,2020,0,EQ,为零,quality-2016-2020,全市重大工程质量事故为零,\r
            """;

    static final String VERSIONS = """
            {
              "items": [
                {
                  "version": 1,
                  "recordedAt": "2026-03-02T01:15:00Z",
                  "body": {"code": "ENG_MAJOR_ACCIDENT", "nameZh": "重大工程质量事故"}
                }
              ]
            }""";

    private IndicatorExamples() {}
}
