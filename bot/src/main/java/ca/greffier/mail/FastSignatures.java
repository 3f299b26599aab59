package ca.greffier.mail;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signatures by native code where there is some (Linux on x86-64): a quarter of the time that the
 * JDK takes for RSA, which is most of what a signed letter costs. Elsewhere, by the JDK.
 */
final class FastSignatures {
  private static final @Nullable Provider NATIVE = provider();

  private FastSignatures() {}

  private static @Nullable Provider provider() {
    AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    return provider.getLoadingError() == null ? provider : null;
  }

  static Signature signing(String algorithm, PrivateKey key) throws GeneralSecurityException {
    if (NATIVE != null && key.getAlgorithm().equals("RSA")) {
      Signature signature = Signature.getInstance(algorithm, NATIVE);
      signature.initSign(
          KeyFactory.getInstance("RSA", NATIVE)
              .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
      return signature;
    }
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    return signature;
  }
}
