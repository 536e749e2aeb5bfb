package cn.quality.indicator.live;

/** What the API document shows. */
final class LiveExamples {

    static final String FIGURES = """
            {
              "figures": [
                {
                  "code": "LST_BLACK",
                  "nameZh": "在榜黑榜条目数",
                  "nameEn": "Published black-list entries",
                  "value": 3,
                  "status": "P",
                  "asOf": "2026-03-02T01:15:00Z"
                }
              ]
            }""";

    static final String DECLARATIONS = """
            {
              "items": [
                {
                  "declarationId": "019c9b1e-6a80-7c11-8000-000000000001",
                  "uscc": "91371199MA3RH00187",
                  "number": "Q/RZSL 001-2026",
                  "declaredAt": "2026-03-02T01:15:00Z"
                }
              ]
            }""";

    static final String LISTINGS = """
            {
              "items": [
                {
                  "listingId": "019c9b1e-6a80-7c11-8000-000000000002",
                  "uscc": "91371199MA3RH00187",
                  "name": "日照示例海洋食品有限公司",
                  "kind": "RED",
                  "publishedAt": "2026-03-02T01:15:00Z"
                }
              ]
            }""";

    private LiveExamples() {}
}
