/**
 * Reference data changes rarely and is quoted for years, so every version that was ever in force is stored, whole. Content
 * that differs from the newest version becomes the next one; the same content again changes nothing and leaves no trace.
 */
@NullMarked
package cn.quality.platform.version;

import org.jspecify.annotations.NullMarked;
