/**
 * Who calls. {@link cn.quality.gateway.identity.BearerAuthenticator} verifies the credential of a request before anything else
 * is done for it; what it finds is the {@link cn.quality.gateway.identity.Caller} of the request, by which everything behind
 * counts, refuses and logs.
 *
 * <p>Systems send a bearer token. Users log in ({@link cn.quality.gateway.identity.Login}: authorization code with PKCE at the
 * identity service) and send a cookie that names their {@link cn.quality.gateway.identity.Session}; the tokens stay here.
 * {@link cn.quality.gateway.identity.SessionAuthenticator} comes first of all and turns the cookie into the bearer token it
 * stands for, so that behind it there is one kind of credential. A page gets a
 * {@link cn.quality.gateway.identity.SessionCaller}.
 *
 * <p>Invariants: a credential that is sent must be valid even where none is required; nothing a caller is known by in a log or a
 * counter is personal data; no token reaches a browser or a log; a change made with a login carries the login's own secret and
 * comes from our own pages ({@link cn.quality.gateway.identity.Csrf}); a login that ended anywhere does not come back.
 */
@NullMarked
package cn.quality.gateway.identity;

import org.jspecify.annotations.NullMarked;
