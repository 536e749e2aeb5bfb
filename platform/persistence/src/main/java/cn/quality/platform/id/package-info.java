/**
 * Identifiers are made by the application, so that an aggregate knows its own name before it is stored.
 */
@NullMarked
package cn.quality.platform.id;

import org.jspecify.annotations.NullMarked;
