package cn.quality.platform.problem;

/**
 * One reason among several for refusing a request.
 *
 * @param field path of the field in the request, for example {@code decision.documentNumber}
 * @param code stable English name of the rule that was broken
 */
public record Violation(String field, String code, Text message) {}
