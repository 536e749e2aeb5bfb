/** What of the launcher can be shown without starting the suite; the end-to-end module starts it. */
@NullMarked
package cn.quality.local;

import org.jspecify.annotations.NullMarked;
