package cn.quality.indicator.plan;

/** What the API document shows. */
final class PlanExamples {

    static final String SENT = """
            {
              "id": "quality-2016-2020",
              "title": "日照市“十三五”质量发展规划",
              "period": "2016-2020",
              "source": "日照市人民政府公开发布",
              "text": "……全市工业产品质量监督抽查合格率达到97%以上……"
            }""";

    static final String SHOWN = """
            {
              "id": "quality-2016-2020",
              "title": "日照市“十三五”质量发展规划",
              "period": "2016-2020",
              "source": "日照市人民政府公开发布",
              "text": "……全市工业产品质量监督抽查合格率达到97%以上……",
              "version": 1
            }""";

    static final String PAGE = """
            {
              "items": [
                {
                  "id": "quality-2016-2020",
                  "title": "日照市“十三五”质量发展规划",
                  "period": "2016-2020",
                  "source": "日照市人民政府公开发布",
                  "version": 1
                }
              ]
            }""";

    private PlanExamples() {}
}
