/**
 * Who is calling: the OAuth 2.0 authorization-code flow with PKCE, the session and its
 * tokens, sign-out, and the defences a cookie needs; for applications without a person,
 * the check of their bearer token. Tokens never leave this module except as
 * {@link io.github.defenderbff.signin.AccessToken} on the way to Defender.
 */
@ApplicationModule(allowedDependencies = { "store", "problem" })
@NullMarked
package io.github.defenderbff.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
