/** Tests of the tests' infrastructure. */
@NullMarked
package cn.quality.testing;

import org.jspecify.annotations.NullMarked;
