package ca.greffier.mail;

import ca.greffier.mail.CutMessage.HeadLine;
import jakarta.mail.Header;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs the letters of a campaign as {@link DkimSigner} signs one: which header is signed when, and
 * how those that all share are signed, is found once. The words are signed as they are (RFC 6376,
 * relaxed/simple).
 */
final class BulkSeal {
  private final DkimKey key;
  private final List<HeadLine> head;
  private final List<String> names;

  /** The lines of the head that are signed, in that order. */
  private final List<Integer> order = new ArrayList<>();

  BulkSeal(DkimKey key, List<HeadLine> head) {
    this.key = key;
    this.head = head;
    this.names =
        DkimSigner.names(
            head.stream().map(line -> new Header(line.name(), line.template())).toList());
    List<Integer> left = new ArrayList<>();
    for (int i = head.size() - 1; i >= 0; i--) left.add(i);
    for (String name : names) {
      for (int i = 0; i < left.size(); i++) {
        if (!head.get(left.get(i)).name().equalsIgnoreCase(name)) continue;
        order.add(left.remove(i));
        break;
      }
    }
  }

  /**
   * The header to put first, with its end of line.
   *
   * @param values of the head's lines
   */
  String header(List<String> values, LetterBytes words, Instant at, DkimKey.Pen pen)
      throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(words.array(), 0, words.length());
    String unsigned =
        DkimSigner.unsigned(key, "simple", names, DkimSigner.base64(digest.digest()), at);
    StringBuilder signed = new StringBuilder(2_048);
    for (int i : order) {
      String canonical = head.get(i).canonical();
      signed
          .append(
              canonical == null ? DkimSigner.relaxed(head.get(i).name(), values.get(i)) : canonical)
          .append("\r\n");
    }
    signed.append(DkimSigner.relaxed(DkimSigner.HEADER, unsigned));
    byte[] signature = pen.sign(signed.toString().getBytes(StandardCharsets.ISO_8859_1));
    return DkimSigner.HEADER
        + ": "
        + unsigned
        + DkimSigner.folded(DkimSigner.base64(signature))
        + "\r\n";
  }
}
