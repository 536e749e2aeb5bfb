package cn.quality.indicator.sdmx;

import cn.quality.platform.http.ForbiddenCharacters;
import cn.quality.platform.problem.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a request below {@code /sdmx/v1} or {@code /sdmx/v2}. A plus is a plus, in the path and in the query, raw or
 * encoded: it joins codes and terms, and a query that took it for a blank would drop a filter. Slashes at the end count for
 * nothing.
 *
 * @param segments of the path, decoded
 * @param parameters of the query, decoded; each comes once
 */
record Address(List<String> segments, Map<String, String> parameters) {

    /** @throws Problem 400 for a parameter that comes twice, and for what is no text */
    static Address parse(String path, String query) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(decoded(segment));
            }
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                var name = decoded(parts[0]);
                if (parameters.put(name, parts.length == 1 ? "" : decoded(parts[1])) != null) {
                    throw Refusals.syntax("参数 %s 只能出现一次", "The parameter %s may come once", name);
                }
            }
        }
        return new Address(segments, parameters);
    }

    /** A segment, or nothing where the path ends before. */
    Optional<String> segment(int index) {
        return index < segments.size() ? Optional.of(segments.get(index)) : Optional.empty();
    }

    /** @return empty also for a parameter without a value */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws Problem 400 naming a parameter that is not among these, so that {@code endPriod} does not read as "for ever" */
    void allowOnly(Set<String> known) {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusals.syntax("没有参数 %s", "There is no parameter %s", ForbiddenCharacters.escaped(name));
                });
    }

    /** @throws Problem 400 when the path goes on beyond so many segments */
    void endAfter(int most) {
        if (segments.size() > most) {
            throw Refusals.syntax("地址过长：%s", "The path goes on too far: %s", segments.get(most));
        }
    }

    private static String decoded(String written) {
        try {
            var text = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0xFFFD)) {
                throw Refusals.syntax("地址中有不可接受的字符", "The address has characters that are not accepted");
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw Refusals.syntax("地址中有不完整的百分号编码", "The address has a broken percent escape");
        }
    }
}
