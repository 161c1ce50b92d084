package io.github.defenderbff.policy;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the role book is.
 *
 * @param roleBook the file; null for no role book
 */
@ConfigurationProperties("policy")
record RoleBookProperties(@Nullable Path roleBook) {

}
