package cn.quality.platform.problem;

/**
 * A kind of refusal.
 *
 * @param status the HTTP status it is answered with
 * @param code stable English name that programs may compare, for example {@code same-person}; never changes meaning
 * @param title what went wrong in general, in one short sentence
 */
public record ProblemType(int status, String code, Text title) {}
