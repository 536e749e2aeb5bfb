/**
 * Where the services are and how they are reached. A service is one or more instances
 * ({@link cn.quality.gateway.upstream.Instance}); each request goes to one that is fit and least busy, and to another when
 * that one cannot be reached. One that falls silent, before its answer or in the middle of it, is given up
 * ({@link cn.quality.gateway.upstream.Silences}). A service none of whose instances answers is spared for a while
 * ({@link cn.quality.gateway.upstream.Breaker}). Used by the proxy, the portal and the health page alike.
 *
 * <p>Invariants: what cannot be repeated is sent once; what failed on our side never counts against a service; nothing here
 * waits on a thread.
 */
@NullMarked
package cn.quality.gateway.upstream;

import org.jspecify.annotations.NullMarked;
