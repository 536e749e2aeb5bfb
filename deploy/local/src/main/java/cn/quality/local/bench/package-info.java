/** Measurements that need more than a shell; {@code deploy/bench} runs them and names the promises they belong to. */
@NullMarked
package cn.quality.local.bench;

import org.jspecify.annotations.NullMarked;
