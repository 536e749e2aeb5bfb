/**
 * One enterprise as the public sees it here: who it is, its badge, and how many standards it has declared.
 */
@NullMarked
package cn.quality.standards.profile;

import org.jspecify.annotations.NullMarked;
