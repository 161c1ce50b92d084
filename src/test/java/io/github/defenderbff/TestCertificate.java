package io.github.defenderbff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;

/**
 * A self-signed certificate with its private key, made for a test.
 *
 * @param certificate the certificate
 * @param certificatePem the same as PEM
 * @param keyPem the private key as PEM
 */
public record TestCertificate(X509Certificate certificate, String certificatePem, String keyPem) {

	/** One with an RSA key that is valid between these. */
	public static TestCertificate valid(Instant notBefore, Instant notAfter) {
		return of(Algorithm.rsa2048, notBefore, notAfter);
	}

	/** One with a key of this kind. */
	public static TestCertificate of(Algorithm algorithm, Instant notBefore, Instant notAfter) {
		try {
			var bundle = new CertificateBuilder().subject("CN=defender-bff")
				.algorithm(algorithm)
				.notBefore(notBefore)
				.notAfter(notAfter)
				.setIsCertificateAuthority(true)
				.buildSelfSigned();
			return new TestCertificate(bundle.getCertificate(), bundle.getCertificatePEM(), bundle.getPrivateKeyPEM());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Writes both into one file. */
	public Path write(Path file) {
		try {
			return Files.writeString(file, this.certificatePem + this.keyPem);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes them into a directory as Kubernetes mounts them. */
	public Path mount(Path directory) {
		try {
			Files.createDirectories(directory);
			Files.writeString(directory.resolve("tls.crt"), this.certificatePem);
			Files.writeString(directory.resolve("tls.key"), this.keyPem);
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
