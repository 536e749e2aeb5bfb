/**
 * What public answers and guarded writes have in common: validators, cache lifetimes, preconditions, body limits.
 */
@NullMarked
package cn.quality.platform.http;

import org.jspecify.annotations.NullMarked;
