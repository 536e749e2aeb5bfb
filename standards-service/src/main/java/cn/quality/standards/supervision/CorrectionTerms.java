package cn.quality.standards.supervision;

/**
 * Days of an order to correct.
 *
 * @param usual when the order names no day
 * @param most the most an order may give
 * @param extension the most all extensions together may add
 */
record CorrectionTerms(int usual, int most, int extension) {}
