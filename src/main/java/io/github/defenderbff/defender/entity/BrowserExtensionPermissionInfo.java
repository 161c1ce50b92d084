package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a permission of browser extensions means. Source:
 * get-browser-extensions-permission-info.md.
 */
public record BrowserExtensionPermissionInfo(
		@Schema(description = "Key of the permission", example = Examples.PERMISSION) @Nullable String key,
		@Schema(description = "Name", example = "Bookmarks") @Nullable String permissionName,
		@Schema(description = "What it allows", example = "Read and change bookmarks") @Nullable String description) {

}
