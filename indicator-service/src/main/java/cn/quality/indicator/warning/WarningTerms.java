package cn.quality.indicator.warning;

/**
 * Days within which something is to be done about a warning.
 *
 * @param assign until it is handed to somebody
 * @param plan until its owner says how it will be rectified
 * @param rectify the most a rectification may take
 */
record WarningTerms(int assign, int plan, int rectify) {}
