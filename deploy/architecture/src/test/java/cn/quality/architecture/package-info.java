/** Rules that hold between modules, read off the compiled classes of all of them. */
@NullMarked
package cn.quality.architecture;

import org.jspecify.annotations.NullMarked;
