package cn.quality.standards.number;

/**
 * A number in a running text.
 *
 * @param start index of its first character in the text
 * @param end index after its last character
 */
public record FoundNumber(StandardNumber number, int start, int end) {}
