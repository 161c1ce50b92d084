package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file by its hashes, and what is known of it. Source: files.md. */
public record File(@Schema(description = "SHA-1", example = Examples.SHA1) @Nullable String sha1,
		@Schema(description = "SHA-256", example = Examples.SHA256) @Nullable String sha256,
		@Schema(description = "MD5; in some answers only") @Nullable String md5,
		@Schema(description = "How often it was seen") @Nullable Long globalPrevalence,
		@Schema(description = "First seen") @Nullable OffsetDateTime globalFirstObserved,
		@Schema(description = "Last seen") @Nullable OffsetDateTime globalLastObserved,
		@Schema(description = "Bytes") @Nullable Long size,
		@Schema(description = "Kind of file") @Nullable String fileType,
		@Schema(description = "Whether it is a portable executable") @Nullable Boolean isPeFile,
		@Schema(description = "Publisher") @Nullable String filePublisher,
		@Schema(description = "Product") @Nullable String fileProductName,
		@Schema(description = "Who signed it") @Nullable String signer,
		@Schema(description = "Who issued the certificate") @Nullable String issuer,
		@Schema(description = "Hash of the certificate") @Nullable String signerHash,
		@Schema(description = "Whether the certificate is valid") @Nullable Boolean isValidCertificate,
		@Schema(description = "Verdict", example = "Pua") @Nullable String determinationType,
		@Schema(description = "Name of the threat") @Nullable String determinationValue) {

}
