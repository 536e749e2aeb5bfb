/**
 * Time comes in through one injected {@link java.time.Clock}; legal dates are dates in Shanghai. Nothing else may ask what
 * time it is, so a test can move the clock.
 */
@NullMarked
package cn.quality.platform.clock;

import org.jspecify.annotations.NullMarked;
