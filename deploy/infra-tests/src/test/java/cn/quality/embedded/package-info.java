/** Tests that start the real parts. */
@NullMarked
package cn.quality.embedded;

import org.jspecify.annotations.NullMarked;
