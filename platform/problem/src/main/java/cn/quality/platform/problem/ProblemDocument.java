package cn.quality.platform.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The document of RFC 9457 that reports a problem to a client, in the language of its reader. Whoever speaks HTTP serialises
 * it: what is made here is a map of plain values, in the order in which they are shown.
 */
public final class ProblemDocument {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:problem:";

    private ProblemDocument() {}

    /**
     * @param instance path of the request that was refused
     * @param traceId under which operators find the request
     */
    public static Map<String, Object> of(Problem problem, Locale locale, String instance, String traceId) {
        var type = problem.type();
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE_PREFIX + type.code());
        document.put("title", type.title().in(locale));
        document.put("status", type.status());
        document.put("detail", problem.detail().in(locale));
        document.put("instance", instance);
        document.put("code", type.code());
        document.put("traceId", traceId);
        if (!problem.violations().isEmpty()) {
            document.put(
                    "violations",
                    problem.violations().stream()
                            .map(violation -> reported(violation, locale))
                            .toList());
        }
        return document;
    }

    private static Map<String, Object> reported(Violation violation, Locale locale) {
        var reported = new LinkedHashMap<String, Object>();
        reported.put("field", violation.field());
        reported.put("code", violation.code());
        reported.put("message", violation.message().in(locale));
        return reported;
    }
}
