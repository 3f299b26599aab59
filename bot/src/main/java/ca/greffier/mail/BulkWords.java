package ca.greffier.mail;

import ca.greffier.mail.Press.Ways;
import ca.greffier.outbox.Campaign;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.Recipient;
import ca.greffier.text.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of a campaign: a message for each language, with and without a name, made as any other
 * letter is, for somebody whose name and link are marks; then cut at the marks.
 */
final class BulkWords {
  private static final String NOBODY = "zq0nobody0qz@example.org";

  private final Campaign campaign;
  private final Press press;
  private final Addresses addresses;
  private final Doorways doorways;
  private final List<DkimKey> keys;
  private final InstantSource clock;
  private final Map<Kind, CutMessage> messages = new ConcurrentHashMap<>();

  /** What letters of a campaign differ by, but for what is written into each. */
  private record Kind(Language language, boolean named) {}

  BulkWords(
      Campaign campaign,
      Press press,
      Addresses addresses,
      Doorways doorways,
      List<DkimKey> keys,
      InstantSource clock) {
    this.campaign = campaign;
    this.press = press;
    this.addresses = addresses;
    this.doorways = doorways;
    this.keys = List.copyOf(keys);
    this.clock = clock;
  }

  /** Writes letters, for one thread. */
  Pen pen() {
    return new Pen();
  }

  /** Writes one letter after the other into the same bytes. */
  final class Pen {
    private final LetterBytes words = new LetterBytes();
    private final LetterBytes bytes = new LetterBytes();
    private final List<DkimKey.Pen> signing = signing();

    /**
     * @return the message as it goes over the wire, its end excepted; the first {@link #length} of
     *     these bytes, until the next one is written
     */
    byte[] write(Recipient to) {
      String name = Composer.oneLine(to.name());
      CutMessage message = message(new Kind(to.language(), !name.isEmpty()));
      try {
        message.write(
            new CutMessage.Own(
                to.address(),
                name,
                addresses.messageId(to.onceKey()),
                doorways.leavingToken(to.thing()),
                clock.instant()),
            signing,
            words,
            bytes);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("letter " + to.onceKey(), e);
      }
      return bytes.array();
    }

    int length() {
      return bytes.length();
    }

    private List<DkimKey.Pen> signing() {
      List<DkimKey.Pen> pens = new ArrayList<>();
      try {
        for (DkimKey key : keys) pens.add(key.pen());
        return pens;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private CutMessage message(Kind kind) {
    return messages.computeIfAbsent(kind, this::cut);
  }

  private CutMessage cut(Kind kind) {
    String name = kind.named() ? CutMessage.NAME : "";
    Recipient nobody =
        new Recipient(
            new ParcelId(0),
            campaign.onceKey(),
            campaign.onceKey(),
            NOBODY,
            name,
            kind.language(),
            null);
    Ways ways = new Ways(null, null, doorways.leavingBy(CutMessage.TOKEN));
    try {
      MimeMessage message =
          press.compose(
              campaign.to(nobody), ways, addresses.messageId(campaign.onceKey()), clock.instant());
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      message.writeTo(whole);
      return CutMessage.of(whole.toString(StandardCharsets.ISO_8859_1), keys);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("campaign " + campaign.onceKey(), e);
    }
  }
}
