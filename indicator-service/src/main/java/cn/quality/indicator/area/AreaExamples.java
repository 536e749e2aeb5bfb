package cn.quality.indicator.area;

/** What the API document shows. */
final class AreaExamples {

    static final String SENT = """
            {"code": "371102", "name": "东港区", "kind": "COUNTY", "parent": "371100"}""";

    static final String SHOWN = """
            {"code": "371102", "name": "东港区", "kind": "COUNTY", "parent": "371100", "version": 1}""";

    static final String PAGE = """
            {"items": [{"code": "371102", "name": "东港区", "kind": "COUNTY", "parent": "371100", "version": 1}]}""";

    private AreaExamples() {}
}
