/**
 * Where the services are and how they are reached: one HTTP client, its connection pool, and what its failures mean. Used by
 * the proxy, the portal and the health page alike.
 */
@NullMarked
package cn.quality.gateway.upstream;

import org.jspecify.annotations.NullMarked;
