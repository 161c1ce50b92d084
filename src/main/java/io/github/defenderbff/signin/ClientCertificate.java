package io.github.defenderbff.signin;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate of this service with the private key it is for; the text form tells
 * nothing of the key.
 *
 * @param key both keys and the thumbprint of the certificate, for PS256
 * @param notBefore when it begins to be valid
 * @param notAfter when it expires
 */
record ClientCertificate(RSAKey key, Instant notBefore, Instant notAfter) {

	private static final int SHORTEST = 2048;

	/**
	 * Reads the first certificate and the key.
	 * @throws Unusable if they cannot be used together
	 */
	static ClientCertificate read(PemContent certificates, PemContent keys) throws Unusable {
		var certificate = certificate(certificates);
		if (!(certificate.getPublicKey() instanceof RSAPublicKey publicKey)
				|| publicKey.getModulus().bitLength() < SHORTEST) {
			throw new Unusable("its key is not an RSA key of 2048 bits or more");
		}
		if (!(privateKey(keys) instanceof RSAPrivateKey privateKey)
				|| !privateKey.getModulus().equals(publicKey.getModulus())) {
			throw new Unusable("certificate and private key do not belong together");
		}
		var key = new RSAKey.Builder(publicKey).privateKey(privateKey)
			.algorithm(JWSAlgorithm.PS256)
			.x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(certificate))
			.build();
		return new ClientCertificate(key, certificate.getNotBefore().toInstant(),
				certificate.getNotAfter().toInstant());
	}

	private static X509Certificate certificate(PemContent certificates) throws Unusable {
		try {
			return certificates.getCertificates().getFirst();
		}
		catch (IllegalStateException | IllegalArgumentException _) {
			throw new Unusable("no certificate can be read");
		}
	}

	private static @Nullable PrivateKey privateKey(PemContent keys) throws Unusable {
		try {
			return keys.getPrivateKey();
		}
		catch (IllegalStateException | IllegalArgumentException _) {
			throw new Unusable("no private key can be read; an encrypted one cannot be used");
		}
	}

	boolean isValidAt(Instant now) {
		return !now.isBefore(this.notBefore) && now.isBefore(this.notAfter);
	}

	/** The SHA-256 thumbprint in hexadecimal digits, as other tools print it. */
	String thumbprint() {
		return HexFormat.of().withUpperCase().formatHex(this.key.getX509CertSHA256Thumbprint().decode());
	}

	@Override
	public String toString() {
		return "ClientCertificate[" + thumbprint() + ", until " + this.notAfter + "]";
	}

	/** A file does not hold what it should. */
	static final class Unusable extends Exception {

		Unusable(String why) {
			super(why);
		}

		String why() {
			return String.valueOf(getMessage());
		}

	}

}
