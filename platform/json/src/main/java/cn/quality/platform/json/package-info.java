/**
 * What this suite writes itself can be written and read again; where not, it is a fault of ours and no case to handle.
 */
@NullMarked
package cn.quality.platform.json;

import org.jspecify.annotations.NullMarked;
