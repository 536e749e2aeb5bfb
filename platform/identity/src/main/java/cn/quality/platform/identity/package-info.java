/**
 * Who is calling: one view of the token's claims, the same for people and for systems.
 */
@NullMarked
package cn.quality.platform.identity;

import org.jspecify.annotations.NullMarked;
