package ca.greffier.outbox;

import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.text.Language;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One of those a campaign goes to.
 *
 * @param onceKey of their letter: its Message-ID derives from it
 * @param thing what one click ends: {@code abonnement:17}
 * @param name may be empty
 * @param zone where they are; null when nobody has said
 */
public record Recipient(
    ParcelId id,
    String onceKey,
    String thing,
    String address,
    String name,
    Language language,
    @Nullable ZoneId zone) {}
