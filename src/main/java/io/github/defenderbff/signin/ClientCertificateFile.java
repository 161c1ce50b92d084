package io.github.defenderbff.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.signin.ClientCertificate.Unusable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * Where the operator keeps a certificate and its private key: one PEM file with both, or
 * a directory with {@code tls.crt} and {@code tls.key}, as Kubernetes mounts them. What
 * cannot be used stops the start; later the certificate read last stays in use until
 * there is another one.
 */
final class ClientCertificateFile {

	private static final Logger log = LoggerFactory.getLogger(ClientCertificateFile.class);

	private final Path path;

	private Pem source;

	private ClientCertificate certificate;

	private @Nullable String mistake;

	ClientCertificateFile(Path path) {
		this.path = path.toAbsolutePath();
		try {
			this.source = load();
			this.certificate = this.source.certificate();
		}
		catch (Unusable unusable) {
			throw new SettingProblem(
					"The client certificate %s cannot be used: %s.".formatted(this.path, unusable.why()),
					"Set ENTRA_CLIENT_CERTIFICATE to a PEM file with a certificate and its private key, "
							+ "or to a directory with tls.crt and tls.key.");
		}
	}

	Path path() {
		return this.path;
	}

	/** The certificate in use, after a look at what stands in the file now. */
	synchronized ClientCertificate current() {
		try {
			take(load());
			this.mistake = null;
		}
		catch (Unusable unusable) {
			if (this.mistake == null) {
				log.warn("The client certificate {} cannot be used, and the one before stays in use: {}", this.path,
						unusable.why());
			}
			this.mistake = unusable.why();
		}
		return this.certificate;
	}

	/** What is wrong with the file since it was last looked at; null for nothing. */
	synchronized @Nullable String mistake() {
		return this.mistake;
	}

	private void take(Pem now) throws Unusable {
		if (now.equals(this.source)) {
			return;
		}
		this.certificate = now.certificate();
		this.source = now;
		log.info("Another client certificate is in use: {}", this.certificate);
	}

	private Pem load() throws Unusable {
		try {
			if (Files.isDirectory(this.path)) {
				return new Pem(PemContent.load(this.path.resolve("tls.crt")),
						PemContent.load(this.path.resolve("tls.key")));
			}
			var both = PemContent.load(this.path);
			return new Pem(both, both);
		}
		catch (NoSuchFileException ex) {
			throw new Unusable("there is no file " + ex.getFile());
		}
		catch (IOException ex) {
			throw new Unusable("it cannot be read (" + ex.getClass().getSimpleName() + ")");
		}
	}

	/**
	 * What stood in the file; the text form tells nothing of it.
	 *
	 * @param certificates where the certificate is
	 * @param keys where the private key is
	 */
	private record Pem(PemContent certificates, PemContent keys) {

		ClientCertificate certificate() throws Unusable {
			return ClientCertificate.read(this.certificates, this.keys);
		}

		@Override
		public String toString() {
			return "Pem[masked]";
		}

	}

}
